package dev.winnow.worker.review;

import dev.winnow.events.Comment;
import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.problems.ProblemKind;
import dev.winnow.worker.review.Around.Brief;
import dev.winnow.worker.review.Around.OfAuthor;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells what lies around a comment. */
@RestController
class AroundApi {

    private static final int BEFORE = 4;
    private static final int AFTER = 3;
    private static final int ANSWERS = 10;
    private static final int OF_AUTHOR = 100;
    private static final int OF_AUTHOR_SHOWN = 20;

    private final Neighbours neighbours;
    private final ReviewItems items;

    AroundApi(Neighbours neighbours, ReviewItems items) {
        this.neighbours = neighbours;
        this.items = items;
    }

    @GetMapping(value = "/v1/review/comments/{id}/around", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Around> around(@PathVariable String id) {
        return items.find(id)
                .switchIfEmpty(
                        Mono.error(() -> Problem.of(ProblemKind.NOT_FOUND, "The desk knows no comment of this id.")
                                .asException()))
                .flatMap(this::around);
    }

    private Mono<Around> around(ReviewItem item) {
        var comment = item.event().comment();
        return Mono.zip(
                        parent(comment),
                        briefs(neighbours.before(comment, BEFORE)),
                        briefs(neighbours.after(comment, AFTER)),
                        briefs(neighbours.answers(comment, ANSWERS)),
                        neighbours.ofAuthor(comment, OF_AUTHOR).collectList(),
                        briefs(neighbours.copies(comment)))
                .map(found -> new Around(
                        found.getT1().orElse(null),
                        reversed(found.getT2()),
                        found.getT3(),
                        found.getT4(),
                        ofAuthor(comment, found.getT5()),
                        found.getT6()));
    }

    private Mono<Optional<Brief>> parent(Comment comment) {
        var parent = comment.parentId();
        return parent == null
                ? Mono.just(Optional.empty())
                : items.find(parent).map(Brief::of).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private static OfAuthor ofAuthor(Comment comment, List<ReviewItem> found) {
        return new OfAuthor(
                comment.authorKey() != null,
                found.stream().limit(OF_AUTHOR_SHOWN).map(Brief::of).toList(),
                found.stream()
                        .map(i -> i.event().status().word())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    private static Mono<List<Brief>> briefs(Flux<ReviewItem> found) {
        return found.map(Brief::of).collectList();
    }

    private static List<Brief> reversed(List<Brief> found) {
        Collections.reverse(found);
        return found;
    }
}
