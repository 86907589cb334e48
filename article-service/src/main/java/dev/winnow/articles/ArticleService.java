package dev.winnow.articles;

import dev.winnow.articles.rebuild.Rebuild;
import java.util.concurrent.ExecutionException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service on its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ArticleService {

    /** Where the service's settings stand: the three services may share a class path. */
    public static final String CONFIG_NAME = "article-service";

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(Rebuild.COMMAND)) {
            System.exit(rebuild(args));
        }
        application().run(args);
    }

    /** The service, ready to be run alone or beside the others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ArticleService.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=" + CONFIG_NAME);
    }

    /** Drops the database so that the topics are replayed; 0 if that was done. */
    static int rebuild(String... args) {
        var application = new SpringApplicationBuilder(Rebuild.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=" + CONFIG_NAME);
        try (var context = application.run(args)) {
            context.getBean(Rebuild.Rebuilding.class).run();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (ExecutionException | RuntimeException e) {
            LoggerFactory.getLogger(ArticleService.class).error("Nothing was rebuilt: {}", e.getMessage());
            return 1;
        }
    }
}
