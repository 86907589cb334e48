package dev.winnow.worker;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service on its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ModerationWorker {

    /** Where the service's settings stand: the three services may share a class path. */
    public static final String CONFIG_NAME = "moderation-worker";

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, ready to be run alone or beside the others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ModerationWorker.class).properties("spring.config.name=" + CONFIG_NAME);
    }
}
