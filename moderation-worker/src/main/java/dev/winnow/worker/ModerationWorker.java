package dev.winnow.worker;

import dev.winnow.worker.commandline.CommandLine;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the service on its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ModerationWorker {

    /** Where the service's settings stand: the three services may share a class path. */
    public static final String CONFIG_NAME = "moderation-worker";

    public static void main(String[] args) {
        if (CommandLine.isMeantBy(args)) {
            System.exit(CommandLine.run(System.err, args));
        }
        application().run(args);
    }

    /** The service, ready to be run alone or beside the others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ModerationWorker.class).properties("spring.config.name=" + CONFIG_NAME);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
