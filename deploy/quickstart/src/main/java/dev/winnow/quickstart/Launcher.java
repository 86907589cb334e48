package dev.winnow.quickstart;

/**
 * What {@code java -jar quickstart.jar} starts: looks whether this Java is new enough, says so in one line if it is not,
 * and hands over to Spring Boot's launcher. Compiled for Java 8 too and put apart from everything else (see the
 * POM), because an old Java could not even load the rest.
 */
public final class Launcher {

    static final int OLDEST = 17;
    private static final String NEXT = "org.springframework.boot.loader.launch.JarLauncher";

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        String version = System.getProperty("java.specification.version", "");
        if (feature(version) < OLDEST) {
            System.err.println(tooOld(version, System.getProperty("java.home")));
            System.exit(1);
        }
        Class.forName(NEXT).getMethod("main", String[].class).invoke(null, (Object) args);
    }

    /** 8 for {@code 1.8}, 11 for {@code 11}; 0 for what is no version. */
    static int feature(String version) {
        String number = version.startsWith("1.") ? version.substring(2) : version;
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    static String tooOld(String version, String home) {
        return "Winnow needs Java " + OLDEST + " or newer, and this is Java " + version + " in " + home
                + ": start it with a newer one, for instance with /path/to/newer/bin/java -jar quickstart.jar";
    }
}
