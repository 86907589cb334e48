package dev.winnow.worker.audit;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Says in short what comments are, so that an entry about one can be recognised. */
@FunctionalInterface
public interface CommentExcerpts {

    /** Those of the comments that are still there, by id. */
    Mono<Map<String, Excerpt>> of(Collection<String> comments);

    /**
     * A comment in short, as it stands now.
     *
     * @param author the name of its author
     * @param text the beginning of its text
     */
    record Excerpt(String author, String text) {}
}
