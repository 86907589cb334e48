package dev.winnow.articles.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the article page shows.
 *
 * @param lang the page's language, as a tag
 * @param article the site's own id of the article
 * @param title the article's title, or null when it was never registered
 * @param url the article's own address, or null
 * @param publishedAt when it was published, for machines; or null
 * @param published when it was published, for people; or null
 * @param text its text
 * @param closed whether new comments are not welcome
 * @param writable whether readers can write
 * @param comments the comments
 * @param total how many comments the whole thread has
 * @param newest whether the newest come first
 * @param first whether this is the thread's first page
 * @param links where the page's links lead
 * @param position where the stream goes on
 * @param address the page's own absolute address, without any parameter
 * @param summary how the article begins, or null when that is not known
 * @param structured what search engines get, as JSON that may stand in a page
 * @param settings what the page's scripts get, as JSON that may stand in a page
 */
record ArticlePage(
        String lang,
        String article,
        @Nullable String title,
        @Nullable String url,
        @Nullable String publishedAt,
        @Nullable String published,
        List<ArticleText.Block> text,
        boolean closed,
        boolean writable,
        List<CommentView> comments,
        long total,
        boolean newest,
        boolean first,
        Links links,
        String position,
        String address,
        @Nullable String summary,
        String structured,
        String settings) {

    /**
     * Where links lead.
     *
     * @param oldest the thread from its beginning
     * @param newest the thread from its end
     * @param start the first page in the present order
     * @param next the next page, or null
     * @param chinese this page in Chinese
     * @param english this page in English
     */
    record Links(
            String oldest,
            String newest,
            String start,
            @Nullable String next,
            String chinese,
            String english) {}
}
