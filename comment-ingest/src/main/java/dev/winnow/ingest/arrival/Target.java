package dev.winnow.ingest.arrival;

import dev.winnow.ingest.identity.CommentIds;
import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import dev.winnow.ingest.rules.Rules;

/**
 * The comment that an address names. Whether it exists this service cannot know; that the id belongs to the article it
 * can.
 *
 * @param site the site's name
 * @param article the article's id
 * @param id the comment's id, in the form in which it is kept
 */
public record Target(String site, String article, String id) {

    /** What the call's address names. */
    public static Checked<Target> of(Call call) {
        var site = call.site().name();
        var wrongArticle = Rules.article(call.article());
        if (wrongArticle != null) {
            return Checked.bad(Problem.invalid("article", wrongArticle));
        }
        var id = CommentIds.ofArticle(call.id(), site, call.article());
        return id == null
                ? Checked.bad(Problem.of(ProblemKind.NOT_FOUND, "No comment of this article has this id."))
                : Checked.good(new Target(site, call.article(), id));
    }
}
