package dev.winnow.ingest.submission;

import dev.winnow.events.Author;
import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.rules.Fields;
import dev.winnow.ingest.rules.Rules;
import dev.winnow.ingest.rules.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sends, read and found good.
 *
 * @param author as typed: not verified
 * @param text the text, untouched
 * @param parentId the comment this one answers, as given, or null
 * @param url the author's page, or null
 */
record Submission(
        Author author,
        String text,
        @Nullable String parentId,
        @Nullable String url) {

    private static final Shape SHAPE = Shape.of("author.name", "author.id", "author.email", "text", "parentId", "url");

    /** Reads a body; never throws. */
    static Checked<Submission> read(byte[] json) {
        return Fields.read(json, SHAPE).then(Submission::of);
    }

    private static Checked<Submission> of(Fields fields) {
        var name = fields.required("author.name", Rules::name);
        var id = fields.optional("author.id", Rules::id);
        var email = fields.optional("author.email", Rules::email);
        var text = fields.required("text", Rules::text);
        var parentId = fields.optional("parentId", any -> null);
        var url = fields.optional("url", Rules::url);
        return fields.result(new Submission(new Author(name.strip(), id, email, false), text, parentId, url));
    }
}
