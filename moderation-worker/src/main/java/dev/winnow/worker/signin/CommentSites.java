package dev.winnow.worker.signin;

import reactor.core.publisher.Mono;

/** Says to which site a comment belongs, for those who may not work for all. */
@FunctionalInterface
public interface CommentSites {

    /**
     * The comment's site; empty if there is no such comment.
     *
     * @param id the comment's id
     * @param soon whether the comment may be so new that it is worth a moment's waiting
     */
    Mono<String> of(String id, boolean soon);
}
