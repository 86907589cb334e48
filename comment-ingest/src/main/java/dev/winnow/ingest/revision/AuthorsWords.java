package dev.winnow.ingest.revision;

import dev.winnow.ingest.arrival.Answer;
import dev.winnow.ingest.arrival.Bodies;
import dev.winnow.ingest.arrival.Call;
import dev.winnow.ingest.arrival.Target;
import dev.winnow.ingest.managetoken.ManagedComments;
import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.rules.Fields;
import dev.winnow.ingest.rules.Shape;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what an author writes about a comment that is provably theirs: the one field {@code text}. */
@Component
class AuthorsWords {

    private static final String FIELD = "text";
    private static final Shape SHAPE = Shape.of(FIELD);

    private final ManagedComments managed;
    private final Bodies bodies;

    AuthorsWords(ManagedComments managed, Bodies bodies) {
        this.managed = managed;
        this.bodies = bodies;
    }

    /**
     * Ends in a refusal, or in what is made of the words.
     *
     * @param rule says which rule the words break, or null
     * @param accept what to do with the comment and the words
     */
    Mono<Answer> read(
            Call call, Function<String, @Nullable String> rule, BiFunction<Target, String, Mono<Answer>> accept) {
        return managed.of(call)
                .fold(
                        target -> words(call, rule)
                                .flatMap(checked ->
                                        checked.fold(words -> accept.apply(target, words), AuthorsWords::refused)),
                        AuthorsWords::refused);
    }

    private Mono<Checked<String>> words(Call call, Function<String, @Nullable String> rule) {
        return bodies.read(call)
                .map(body -> body.then(
                        json -> Fields.read(json, SHAPE).then(fields -> fields.result(fields.required(FIELD, rule)))));
    }

    private static Mono<Answer> refused(Problem problem) {
        return Mono.just(new Answer.Refused(problem));
    }
}
