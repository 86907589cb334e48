package dev.winnow.ingest.arrival;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/** What may be asked at one address by one method. Each is a bean; {@link Addresses} finds them all. */
public interface Operation {

    /** The address as a pattern; its variables are {@code site}, {@code article} and {@code id}. */
    String address();

    HttpMethod method();

    /** What the body must be; null where none is read. */
    default @Nullable MediaType consumes() {
        return MediaType.APPLICATION_JSON;
    }

    default MediaType produces() {
        return MediaType.APPLICATION_JSON;
    }

    /** Whether it is for the site itself only. */
    default boolean needsSiteKey() {
        return false;
    }

    /** Whether {@code Authorization} may carry something else than the site's key. */
    default boolean takesOtherTokens() {
        return false;
    }

    /** A bound of its own for how much of it is done at once, besides the one for all; null for none. */
    default @Nullable Slots ownSlots() {
        return null;
    }

    /** Does it. Runs on an event loop. */
    Mono<Answer> perform(Call call);
}
