package dev.winnow.articles.page;

import dev.winnow.articles.site.Language;
import dev.winnow.articles.thread.Order;
import dev.winnow.articles.thread.PageQuery;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the links of an article page lead. A choice of language goes along. */
final class PageLinks {

    /** The query parameter that names a comment. */
    static final String COMMENT = "comment";

    private PageLinks() {}

    static ArticlePage.Links of(String path, PageQuery query, @Nullable String next, @Nullable String lang) {
        var chosen = lang == null
                ? null
                : Language.of(Locale.forLanguageTag(lang)).map(Language::tag).orElse(null);
        var here = query.after() == null ? null : query.after().text();
        return new ArticlePage.Links(
                link(path, Order.OLDEST, null, chosen),
                link(path, Order.NEWEST, null, chosen),
                link(path, query.order(), null, chosen),
                next == null ? null : link(path, query.order(), next, chosen),
                link(path, query.order(), here, Language.CHINESE.tag()),
                link(path, query.order(), here, Language.ENGLISH.tag()));
    }

    /** A comment's lasting address, as seen from its page: the server finds the part of the thread that it stands in. */
    static String toComment(String id) {
        return "?" + COMMENT + "=" + id + "#c-" + id;
    }

    private static String link(String path, Order order, @Nullable String after, @Nullable String lang) {
        var link = UriComponentsBuilder.fromPath("");
        if (order == Order.NEWEST) {
            link.queryParam("order", order.word());
        }
        if (after != null) {
            link.queryParam("after", after);
        }
        if (lang != null) {
            link.queryParam(ReaderLanguage.PARAMETER, lang);
        }
        var query = link.build().getQuery();
        return path + (query == null ? "" : "?" + query) + "#comments";
    }
}
