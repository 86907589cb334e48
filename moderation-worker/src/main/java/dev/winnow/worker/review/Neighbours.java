package dev.winnow.worker.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Sorts;
import dev.winnow.events.Comment;
import dev.winnow.events.Status;
import dev.winnow.worker.review.ReviewItem.Field;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The comments in the view that have to do with another one. */
@Component
class Neighbours {

    private static final int CANDIDATES = 500;
    private static final int COPIES = 100;
    private static final List<String> WAITING = List.of(Status.FLAGGED.word(), Status.PENDING.word());

    private final ReviewItems items;

    Neighbours(ReviewItems items) {
        this.items = items;
    }

    /** Those beside it in its thread that were submitted before, the nearest first. */
    Flux<ReviewItem> before(Comment comment, int most) {
        var at = Date.from(comment.submittedAt());
        return items.some(
                and(beside(comment), lt(Field.SUBMITTED_AT, at)), Sorts.descending(Field.SUBMITTED_AT, Field.ID), most);
    }

    /** Those beside it in its thread that were submitted after, the nearest first. */
    Flux<ReviewItem> after(Comment comment, int most) {
        var at = Date.from(comment.submittedAt());
        return items.some(
                and(beside(comment), gt(Field.SUBMITTED_AT, at)), Sorts.ascending(Field.SUBMITTED_AT, Field.ID), most);
    }

    /** What answers it, oldest first. */
    Flux<ReviewItem> answers(Comment comment, int most) {
        return items.some(
                and(thread(comment), eq(Field.PARENT, comment.id())),
                Sorts.ascending(Field.SUBMITTED_AT, Field.ID),
                most);
    }

    /** What else its author wrote on its site, newest first; by the typed name where nothing better is known. */
    Flux<ReviewItem> ofAuthor(Comment comment, int most) {
        return items.some(
                and(
                        eq(Field.AUTHORS, SearchKeys.authors(comment).get(0)),
                        eq(Field.SITE, comment.site()),
                        ne(Field.ID, comment.id())),
                Sorts.descending(Field.SUBMITTED_AT, Field.ID),
                most);
    }

    /** Near-copies of it that wait on its site, the most urgent first. */
    Flux<ReviewItem> copies(Comment comment) {
        return items.some(
                        and(
                                in(Field.COPIES, NearCopies.keys(comment.text())),
                                in(Field.STATUS, WAITING),
                                eq(Field.SITE, comment.site()),
                                ne(Field.ID, comment.id())),
                        Order.URGENT.sort(),
                        CANDIDATES)
                .filter(i ->
                        NearCopies.areNear(comment.text(), i.event().comment().text()))
                .take(COPIES);
    }

    private static Bson thread(Comment comment) {
        return and(eq(Field.SITE, comment.site()), eq(Field.ARTICLE, comment.article()));
    }

    private static Bson beside(Comment comment) {
        return and(thread(comment), eq(Field.PARENT, comment.parentId()));
    }
}
