package dev.winnow.worker.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import dev.winnow.worker.review.ReviewItem.Field;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/** In what order comments are asked for: by a moment, then by id, each of which an index has. */
enum Order {
    /** What is due first, by {@link Urgency}. */
    URGENT(Field.DUE, true),
    /** What was submitted first. */
    OLDEST(Field.SUBMITTED_AT, true),
    /** What was submitted last. */
    NEWEST(Field.SUBMITTED_AT, false);

    /** The words of all, for those who asked for another one. */
    static final String WORDS = Arrays.stream(values()).map(Order::word).collect(Collectors.joining(", "));

    private final String field;
    private final boolean rising;

    Order(String field, boolean rising) {
        this.field = field;
        this.rising = rising;
    }

    static Optional<Order> named(String word) {
        return Arrays.stream(values()).filter(o -> o.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Bson sort() {
        return rising ? Sorts.ascending(field, Field.ID) : Sorts.descending(field, Field.ID);
    }

    /** The place of a comment in this order. */
    Cursor placeOf(ReviewItem item) {
        var moment = this == URGENT ? item.due() : item.event().comment().submittedAt();
        return new Cursor(Instant.ofEpochMilli(moment.toEpochMilli()), item.id());
    }

    /** What comes after a place. */
    Bson beyond(Cursor place) {
        var last = Date.from(place.moment());
        return rising
                ? and(gte(field, last), or(gt(field, last), gt(Field.ID, place.id())))
                : and(lte(field, last), or(lt(field, last), lt(Field.ID, place.id())));
    }
}
