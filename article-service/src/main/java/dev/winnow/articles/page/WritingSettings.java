package dev.winnow.articles.page;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where readers' browsers send what they write.
 *
 * @param address the public address of comment-ingest, such as {@code https://comments.example}, without a slash at its
 *     end; without one, pages are for reading only
 */
@Validated
@ConfigurationProperties("winnow.articles.writing")
record WritingSettings(
        @Nullable @Pattern(regexp = "https?://[^/?#\\s;,'\"]+(/[^?#\\s;,'\"]*[^/?#\\s;,'\"])?")
        String address) {

    /** The address at which an article is written to, given its path; null where nobody may write. */
    @Nullable
    String of(String path) {
        return address == null ? null : address + path;
    }
}
