package dev.winnow.articles.page;

import dev.winnow.articles.live.Listing;
import dev.winnow.articles.live.ThreadReader;
import dev.winnow.articles.thread.CommentChange;
import dev.winnow.articles.thread.Cursor;
import dev.winnow.articles.thread.Order;
import dev.winnow.articles.thread.PageQuery;
import dev.winnow.articles.thread.ThreadKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/**
 * Finds the part of a thread that an article page shows. A parameter that cannot be understood is passed over: a link
 * that somebody cut off still leads to the page.
 */
@Component
class ThreadParts {

    private static final String ORDER = "order";
    private static final String AFTER = "after";

    private final ThreadReader threads;

    ThreadParts(ThreadReader threads) {
        this.threads = threads;
    }

    /**
     * A part of a thread.
     *
     * @param query where it lies
     * @param listing what it holds
     * @param wanted the comment that a link leads to, or null
     */
    record Part(PageQuery query, Listing listing, @Nullable String wanted) {

        private boolean has(String id) {
            return listing.page().comments().stream()
                    .anyMatch(comment -> comment.id().equals(id));
        }
    }

    /** The part that is asked for; where a link leads to a comment that is not in it, the part that begins with that. */
    Mono<Part> of(ThreadKey thread, MultiValueMap<String, String> parameters) {
        var query = query(parameters);
        var wanted = parameters.getFirst(PageLinks.COMMENT);
        return part(thread, query, wanted).flatMap(part -> {
            if (wanted == null || query.after() != null || part.listing().page().next() == null || part.has(wanted)) {
                return Mono.just(part);
            }
            return threads.comment(wanted)
                    .filter(change -> change.thread().equals(thread))
                    .mapNotNull(CommentChange::comment)
                    .map(comment -> Cursor.before(comment, query.order()))
                    .flatMap(place -> part(thread, new PageQuery(query.order(), query.limit(), place), wanted))
                    .defaultIfEmpty(part);
        });
    }

    private Mono<Part> part(ThreadKey thread, PageQuery query, @Nullable String wanted) {
        return threads.page(thread, query).map(listing -> new Part(query, listing, wanted));
    }

    private static PageQuery query(MultiValueMap<String, String> parameters) {
        var order = Order.NEWEST.word().equals(parameters.getFirst(ORDER)) ? Order.NEWEST : Order.OLDEST;
        var after = Optional.ofNullable(parameters.getFirst(AFTER))
                .flatMap(Cursor::parse)
                .orElse(null);
        return new PageQuery(order, PageQuery.MOST, after);
    }
}
