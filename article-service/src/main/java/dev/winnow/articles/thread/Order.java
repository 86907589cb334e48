package dev.winnow.articles.thread;

/** In which order a thread is read. */
public enum Order {
    OLDEST,
    NEWEST;

    /** The word used in addresses. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
