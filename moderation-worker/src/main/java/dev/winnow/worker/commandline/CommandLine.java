package dev.winnow.worker.commandline;

import dev.winnow.worker.classifier.training.Train;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Chooses the command. Exit codes: 0 done, 1 failed, 2 wrong usage. */
public final class CommandLine {

    private static final List<String> COMMANDS = List.of("screen", "evaluate", "train", "prepare", "pairs", "words");

    private CommandLine() {}

    /** Whether the arguments ask for a command, a known one or not, rather than for the service. */
    public static boolean isMeantBy(String... args) {
        return args.length > 0 && !args[0].startsWith("-");
    }

    /** Runs the command and tells how it ended. */
    public static int run(PrintStream err, String... args) {
        if (!COMMANDS.contains(args[0])) {
            err.println("no such command: " + args[0] + "; there are " + String.join(", ", COMMANDS));
            return 2;
        }
        var rest = List.copyOf(Arrays.asList(args).subList(1, args.length));
        try {
            switch (args[0]) {
                case "screen" -> ScreenCommand.run(rest, err);
                case "evaluate" -> EvaluateCommand.run(rest, System.out, err);
                case "prepare" -> Train.prepare(data(rest), output(rest), err);
                case "pairs" -> Train.pairs(data(rest), output(rest), err);
                case "words" -> Train.words(data(rest), output(rest), err);
                default -> train(rest, err);
            }
            return 0;
        } catch (Options.WrongUsage e) {
            err.println(args[0] + ": " + e.getMessage());
            err.println(usage(args[0]));
            return 2;
        } catch (NoSuchFileException e) {
            err.println(args[0] + ": no such file: " + e.getFile());
            return 1;
        } catch (IOException e) {
            err.println(args[0] + ": " + e.getMessage());
            return 1;
        }
    }

    private static void train(List<String> args, PrintStream err) throws Options.WrongUsage, IOException {
        var options = Options.of(args, Set.of("--input", "--output", "--recipe", "--leave-out", "--bits"), Set.of());
        Train.train(data(options), options.required("--output"), options.number("--bits", Train.BITS), err);
    }

    private static Options files(List<String> args) throws Options.WrongUsage {
        return Options.of(args, Set.of("--input", "--output", "--recipe", "--leave-out"), Set.of());
    }

    private static Train.Data data(List<String> args) throws Options.WrongUsage {
        return data(files(args));
    }

    private static String output(List<String> args) throws Options.WrongUsage {
        return files(args).required("--output");
    }

    private static Train.Data data(Options options) throws Options.WrongUsage {
        options.required("--input");
        return new Train.Data(options.all("--input"), options.get("--recipe"), options.names("--leave-out"));
    }

    private static String usage(String command) {
        return switch (command) {
            case "screen" ->
                "usage: screen --input FILE --output FILE [--explain] [--language en|zh] [--threads N] [--model first|both|FILE] [--without SCREEN,SCREEN...]\n"
                        + "  FILE: TSV with a header that has at least id and text (\\t, \\n, \\\\ escaped); '-' is standard input or output";
            case "evaluate" ->
                "usage: evaluate --input FILE [--input FILE ...] [--model first|both|FILE] [--without SCREEN,SCREEN...] [--held-back] [--kinds KIND,KIND...]\n"
                        + "  FILE: TSV with a header: id source label text";
            case "prepare", "pairs", "words" ->
                "usage: " + command
                        + " --input FILE [--input FILE ...] --output FILE [--recipe FILE] [--leave-out KIND,KIND...]\n"
                        + "  FILE: TSV with a header: id source label text, or a folder of such files";
            default ->
                "usage: train --input FILE [--input FILE ...] --output FILE [--recipe FILE] [--leave-out KIND,KIND...] [--bits N]\n"
                        + "  FILE: TSV with a header: id source label text, or a folder of such files";
        };
    }
}
