package dev.winnow.articles.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.articles.site.Language;
import dev.winnow.articles.site.Site;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.events.Article;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What the scripts that show a thread need to know.
 *
 * @param site the site
 * @param article the site's own id of the article
 * @param language the language of the words, as a tag
 * @param zone the time zone in which times are shown
 * @param reading the article's address at this service
 * @param writing the article's address at the service that takes what readers write, or null where none does
 * @param open whether new comments are welcome
 * @param words the words, by name
 */
record ScriptSettings(
        String site,
        String article,
        String language,
        String zone,
        String reading,
        @Nullable String writing,
        boolean open,
        Map<String, String> words) {

    static ScriptSettings of(
            Site site,
            ThreadKey thread,
            @Nullable Article article,
            Language language,
            WritingSettings writing,
            ThreadWords words) {
        var path = "/v1/sites/" + site.name() + "/articles/" + UriUtils.encodePathSegment(thread.article(), UTF_8);
        return new ScriptSettings(
                site.name(),
                thread.article(),
                language.tag(),
                site.zone().getId(),
                path,
                writing.of(path),
                article == null || article.comments() == Article.Comments.OPEN,
                words.in(language));
    }
}
