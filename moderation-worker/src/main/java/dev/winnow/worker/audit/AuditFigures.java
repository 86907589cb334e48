package dev.winnow.worker.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Sorts;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision.Action;
import dev.winnow.worker.signin.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the audit says in figures. Each question is bounded: by an index, and by how many entries are looked at. */
@Component
public class AuditFigures {

    private static final int COUNTED = 100_000;
    private static final int LOOKED_AT = 20_000;
    private static final String MODERATOR = AuditDocument.word(Decider.Kind.MODERATOR);
    private static final String SIGNAL = "signal";
    private static final String TIMES = "times";

    private final AuditTrail trail;

    AuditFigures(AuditTrail trail) {
        this.trail = trail;
    }

    /** How many decisions people have made since then that took effect; at most {@value #COUNTED}. */
    public Mono<Long> decided(Reach reach, Instant since) {
        return count(people(reach, since));
    }

    /** How many of people's decisions people have turned into the opposite since then; at most {@value #COUNTED}. */
    public Mono<Long> overturned(Reach reach, Instant since) {
        return count(and(eq(AuditDocument.OVERTURNS_KIND, MODERATOR), people(reach, since)));
    }

    /**
     * How people decided on what each signal had spoken against, the signals that spoke most often first. It looks at the
     * newest {@value #LOOKED_AT} decisions since then.
     */
    public Mono<List<Agreement>> agreement(Reach reach, Instant since) {
        return trail.grouped(List.of(
                        Aggregates.match(people(reach, since)),
                        Aggregates.sort(Sorts.descending(AuditDocument.AT, AuditDocument.ID)),
                        Aggregates.limit(LOOKED_AT),
                        Aggregates.unwind("$" + AuditDocument.SIGNALS),
                        Aggregates.group(
                                new Document(SIGNAL, "$" + AuditDocument.SIGNALS)
                                        .append(AuditDocument.ACTION, "$" + AuditDocument.ACTION),
                                Accumulators.sum(TIMES, 1))))
                .map(AuditFigures::row)
                .collectMultimap(Agreement::signal)
                .map(rows -> rows.values().stream()
                        .map(ofOne -> ofOne.stream().reduce(Agreement::with).orElseThrow())
                        .sorted(Comparator.comparingLong(Agreement::decisions)
                                .reversed()
                                .thenComparing(Agreement::signal))
                        .toList());
    }

    private static Agreement row(Document group) {
        var id = group.get("_id", Document.class);
        var times = group.get(TIMES, Number.class).longValue();
        var approved = AuditDocument.word(Action.APPROVE).equals(id.getString(AuditDocument.ACTION));
        return new Agreement(id.getString(SIGNAL), times, approved ? 0 : times);
    }

    private Mono<Long> count(Bson filter) {
        return trail.count(filter, new CountOptions().limit(COUNTED));
    }

    private static Bson people(Reach reach, Instant since) {
        var parts = new ArrayList<Bson>(List.of(
                eq(AuditDocument.KIND, MODERATOR),
                eq(AuditDocument.REFUSED, null),
                ne(AuditDocument.ACTION, AuditDocument.word(Action.FLAG)),
                gte(AuditDocument.AT, Date.from(since))));
        if (reach.only() != null) {
            parts.add(in(AuditDocument.SITE, reach.only()));
        }
        return and(parts);
    }

    /**
     * How people decided where a signal had spoken against a comment.
     *
     * @param signal its name
     * @param decisions how many they made
     * @param agreed how many of them took the comment away
     */
    public record Agreement(String signal, long decisions, long agreed) {

        private Agreement with(Agreement other) {
            return new Agreement(signal, decisions + other.decisions, agreed + other.agreed);
        }
    }
}
