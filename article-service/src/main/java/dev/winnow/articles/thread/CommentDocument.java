package dev.winnow.articles.thread;

import com.mongodb.client.model.Indexes;
import dev.winnow.events.Status;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How a comment is written in MongoDB, in the collection {@value #COLLECTION}. */
final class CommentDocument {

    static final String COLLECTION = "comments";

    static final String ID = "_id";
    static final String THREAD = "thread";
    static final String STATUS = "status";
    static final String REVISION = "revision";
    static final String PARTITION = "partition";
    static final String OFFSET = "offset";
    static final String SUBMITTED_AT = "submittedAt";
    static final String SHOWN = "shown";

    private static final String SITE = "site";
    private static final String ARTICLE = "article";
    private static final String TRACE = "trace";
    private static final String AUTHOR = "author";
    private static final String TEXT = "text";
    private static final String PARENT = "parentId";
    private static final String EDITED = "edited";
    private static final String REASON = "reason";
    private static final String AUTOMATED = "automated";

    /** Pages of a thread, in either order, and its count. */
    static final Bson PAGES = Indexes.ascending(THREAD, STATUS, SUBMITTED_AT, ID);

    /** What changed in a thread since a position. */
    static final Bson CHANGES = Indexes.ascending(THREAD, PARTITION, OFFSET);

    /**
     * The document as it was last read, for compare and set. MongoDB itself would do with {@code _id} alone; a store
     * that uses an index only when it covers every field of the filter would otherwise read the whole collection.
     */
    static final Bson EXACTLY = Indexes.ascending(ID, REVISION);

    private CommentDocument() {}

    static Document of(CommentChange change) {
        var document = new Document(ID, change.id())
                .append(THREAD, change.thread().value())
                .append(SITE, change.thread().site())
                .append(ARTICLE, change.thread().article())
                .append(STATUS, change.status().word())
                .append(REVISION, change.version().revision())
                .append(PARTITION, change.partition())
                .append(OFFSET, change.offset())
                .append(SUBMITTED_AT, Date.from(change.submittedAt()))
                .append(SHOWN, change.shown())
                .append(TRACE, change.trace());
        var comment = change.comment();
        if (comment != null) {
            document.append(AUTHOR, comment.author())
                    .append(TEXT, comment.text())
                    .append(PARENT, comment.parentId())
                    .append(EDITED, comment.edited());
        }
        var refusal = change.refusal();
        if (refusal != null) {
            document.append(REASON, refusal.reason()).append(AUTOMATED, refusal.automated());
        }
        return document;
    }

    static CommentChange change(Document document) {
        var status = Status.valueOf(text(document, STATUS).toUpperCase(Locale.ROOT));
        return new CommentChange(
                text(document, ID),
                new ThreadKey(text(document, SITE), text(document, ARTICLE)),
                status,
                version(document),
                submittedAt(document),
                document.getBoolean(SHOWN, true),
                false,
                status == Status.APPROVED ? comment(document) : null,
                refusal(document),
                text(document, TRACE));
    }

    private static @Nullable Refusal refusal(Document document) {
        var reason = document.getString(REASON);
        return reason == null ? null : new Refusal(reason, document.getBoolean(AUTOMATED, true));
    }

    static PublicComment comment(Document document) {
        return PublicComment.of(
                text(document, ID),
                text(document, AUTHOR),
                text(document, TEXT),
                document.getString(PARENT),
                submittedAt(document),
                document.getBoolean(EDITED, false),
                version(document));
    }

    static Version version(Document document) {
        return new Version(
                Objects.requireNonNull(document.getLong(REVISION)),
                Objects.requireNonNull(document.getInteger(PARTITION)),
                Objects.requireNonNull(document.getLong(OFFSET)));
    }

    private static Instant submittedAt(Document document) {
        return Objects.requireNonNull(document.getDate(SUBMITTED_AT)).toInstant();
    }

    private static String text(Document document, String field) {
        return Objects.requireNonNull(document.getString(field), field);
    }
}
