package dev.winnow.articles.thread;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What readers get of an approved comment. Its JSON form is made once and used by pages and streams alike.
 *
 * @param id the comment's id
 * @param author the name to show
 * @param text what was written
 * @param parentId the comment this one answers, or null
 * @param submittedAt when it was submitted, in milliseconds: finer is not kept
 * @param edited whether the text was changed since
 * @param version the event it comes from
 * @param json its JSON form; never changed
 */
public record PublicComment(
        String id,
        String author,
        String text,
        @Nullable String parentId,
        Instant submittedAt,
        boolean edited,
        Version version,
        byte[] json) {

    /** The order of a thread. */
    public static final Comparator<PublicComment> OLDEST_FIRST =
            Comparator.comparing(PublicComment::submittedAt).thenComparing(PublicComment::id);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What an object, three strings and the JSON cost beside their characters; a rough figure for bounds. */
    private static final int OVERHEAD = 400;

    /** A comment with its JSON form. */
    public static PublicComment of(
            String id,
            String author,
            String text,
            @Nullable String parentId,
            Instant submittedAt,
            boolean edited,
            Version version) {
        var form = new Form(id, new Name(author), text, parentId, submittedAt.toString(), edited);
        return new PublicComment(
                id, author, text, parentId, submittedAt, edited, version, MAPPER.writeValueAsBytes(form));
    }

    /** Roughly what it takes in memory, in bytes. */
    public int weight() {
        return OVERHEAD + 2 * text.length() + json.length;
    }

    private record Form(
            String id, Name author, String text, @Nullable String parentId, String submittedAt, boolean edited) {}

    private record Name(String name) {}
}
