package dev.winnow.events;

import java.time.Instant;
import java.util.Objects;

/** A reader reported the comment. */
public record CommentReported(String id, String site, String article, Report report) implements ReaderCommand {

    public CommentReported {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(report, "report");
    }

    public static final String TYPE = "winnow.comment.reported";

    @Override
    public Instant at() {
        return report.at();
    }

    @Override
    public String eventType() {
        return TYPE;
    }
}
