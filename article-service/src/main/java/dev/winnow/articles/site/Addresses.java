package dev.winnow.articles.site;

import dev.winnow.articles.problem.Problem;
import dev.winnow.articles.thread.ThreadKey;
import java.util.List;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.stereotype.Component;

/** What the parts of an address may be. */
@Component
public final class Addresses {

    private static final int LONGEST_ARTICLE = 200;

    private final Sites sites;

    Addresses(Sites sites) {
        this.sites = sites;
    }

    /** What follows a slash of a path, decoded; empty where nothing does. */
    public static String part(List<Element> path, int slash) {
        return path.size() > 2 * slash + 1 && path.get(2 * slash + 1) instanceof PathSegment segment
                ? segment.valueToMatch()
                : "";
    }

    /** The thread at an address; a problem if there cannot be one. Any article of a known site has one. */
    public ThreadKey thread(String site, String article) {
        sites.named(site);
        if (!isArticle(article)) {
            throw Problem.invalid("article", "be 1 to 200 visible characters without space, and not . or ..")
                    .exception();
        }
        return new ThreadKey(site, article);
    }

    /** Whether a site may call an article so; comment-ingest has the same rule. */
    public static boolean isArticle(String article) {
        return !article.isEmpty()
                && !article.equals(".")
                && !article.equals("..")
                && article.codePointCount(0, article.length()) <= LONGEST_ARTICLE
                && article.codePoints().allMatch(Addresses::isVisible);
    }

    /** No space, control, mark of direction, joiner or half of a pair. */
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
