package dev.winnow.articles.kafka;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who writes a database. All instances of one database share a group; a second database, such as one that is written anew
 * beside the first, needs a group of its own.
 *
 * @param group the consumer group; that of the articles has {@value #ARTICLES} behind it; default winnow-articles
 */
@ConfigurationProperties("winnow.articles.projection")
public record ProjectionSettings(
        @NotBlank @DefaultValue("winnow-articles") String group) {

    /** What follows the group's name for the group that projects the articles. */
    public static final String ARTICLES = "-registrations";

    /** The group that projects the articles. */
    public String articlesGroup() {
        return group + ARTICLES;
    }
}
