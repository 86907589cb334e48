package dev.winnow.articles.store;

/** MongoDB did not answer in time, or not at all. */
public final class StoreUnavailable extends RuntimeException {

    StoreUnavailable(Throwable cause) {
        super("the store did not answer", cause, false, false);
    }
}
