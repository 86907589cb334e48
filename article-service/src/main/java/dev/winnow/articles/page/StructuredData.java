package dev.winnow.articles.page;

import dev.winnow.articles.thread.PublicComment;
import dev.winnow.events.Article;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What search engines and readers of links get of a page, in the words of schema.org. */
final class StructuredData {

    private static final String TYPE = "@type";
    private static final String ID = "@id";

    private StructuredData() {}

    /**
     * The article and the comments on the page.
     *
     * @param page the page's own address
     * @param title the article's title, or what stands in its place
     * @param article the article, or null when it was never registered
     * @param comments the comments on the page
     * @param total how many there are
     */
    static Map<String, Object> of(
            String page, String title, @Nullable Article article, List<PublicComment> comments, long total) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put(TYPE, "Article");
        data.put("headline", title);
        data.put("url", article == null || article.url() == null ? page : article.url());
        if (article != null && article.publishedAt() != null) {
            data.put("datePublished", article.publishedAt().toString());
        }
        data.put("commentCount", total);
        data.put(
                "comment",
                comments.stream().map(comment -> comment(page, comment)).toList());
        return data;
    }

    private static Map<String, Object> comment(String page, PublicComment comment) {
        var data = new LinkedHashMap<String, Object>();
        data.put(TYPE, "Comment");
        data.put(ID, address(page, comment.id()));
        data.put("author", Map.of(TYPE, "Person", "name", comment.author()));
        data.put("dateCreated", comment.submittedAt().toString());
        data.put("text", comment.text());
        var parent = comment.parentId();
        if (parent != null) {
            data.put("parentItem", Map.of(ID, address(page, parent)));
        }
        return data;
    }

    private static String address(String page, String id) {
        return page + PageLinks.toComment(id);
    }
}
