package dev.winnow.ingest.imports;

import dev.winnow.events.Author;
import dev.winnow.events.Comment;
import dev.winnow.ingest.arrival.Bodies;
import dev.winnow.ingest.author.Authors;
import dev.winnow.ingest.identity.CommentIds;
import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import dev.winnow.ingest.rules.Fields;
import dev.winnow.ingest.rules.Rules;
import dev.winnow.ingest.rules.Shape;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads lines of an import as comments. Ids are derived: from a line's own id, else from its author, time and text; so
 * the same line is the same comment whenever it is brought again, and a {@code parentId} leads to the line of that id.
 */
@Component
class ImportedComments {

    private static final Shape SHAPE = Shape.of(
            "article", "id", "author.name", "author.id", "author.email", "text", "submittedAt", "parentId", "url");

    private final CommentIds ids;
    private final Clock clock;

    ImportedComments(CommentIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The comment of a line; never throws.
     *
     * @param article the article of lines that name none, or null
     */
    Checked<Comment> read(Line line, String site, @Nullable String article) {
        var bytes = line.bytes();
        if (bytes == null) {
            return Checked.bad(
                    Problem.of(ProblemKind.TOO_LARGE, "A line may have " + Bodies.MAX_BYTES / 1024 + " KiB at most."));
        }
        return Fields.read(bytes, SHAPE).then(fields -> comment(fields, site, article));
    }

    private Checked<Comment> comment(Fields fields, String site, @Nullable String articleOfAll) {
        var named = fields.optional("article", Rules::article);
        var article = named == null && articleOfAll != null ? articleOfAll : fields.required("article", Rules::article);
        var name = fields.required("author.name", Rules::name);
        var author = new Author(
                name.strip(),
                fields.optional("author.id", Rules::id),
                fields.optional("author.email", Rules::email),
                false);
        var text = fields.required("text", Rules::text);
        var submittedAt = PastTime.parse(fields.required("submittedAt", time -> PastTime.problem(time, clock)));
        var id = fields.optional("id", Rules::id);
        var parentId =
                fields.optional("parentId", parent -> parent.equals(id) ? "be another line's id" : Rules.id(parent));
        return fields.result(new Comment(
                id != null
                        ? ofLine(site, article, id)
                        : ids.forImport(site, article, "content\0" + name + "\0" + submittedAt + "\0" + text),
                site,
                article,
                parentId == null ? null : ofLine(site, article, parentId),
                Authors.vouchedFor(author),
                text,
                fields.optional("url", Rules::url),
                submittedAt,
                null,
                null,
                true));
    }

    private String ofLine(String site, String article, String id) {
        return ids.forImport(site, article, "id\0" + id);
    }
}
