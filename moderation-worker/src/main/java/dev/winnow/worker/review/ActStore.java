package dev.winnow.worker.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.winnow.events.Decision.Action;
import dev.winnow.worker.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.reactivestreams.Publisher;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The acts in MongoDB: what each is about and how far it is, so that another worker can carry on with it. It is written
 * before the first decision is sent; what became of each comment stands in the log, not here.
 */
@Component
class ActStore {

    private static final String STATE = "state";
    private static final String LEASE = "lease";
    private static final String APPLIED = "applied";
    private static final String REFUSED = "refused";
    private static final String FAILED = "failed";

    private final ReactiveMongoDatabaseFactory databases;
    private final ViewSettings view;
    private final ActSettings settings;
    private final Clock clock;

    ActStore(ReactiveMongoDatabaseFactory databases, ViewSettings view, ActSettings settings, Clock clock) {
        this.databases = databases;
        this.view = view;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps a new act, and forgets those that are long over. */
    Mono<Act> add(Act act, List<Target> targets) {
        var old = Date.from(clock.instant().minus(settings.kept()));
        return asked(c -> c.deleteMany(and(eq(STATE, "done"), lt("startedAt", old))))
                .then(asked(c -> c.insertOne(document(act, targets))).then())
                .thenReturn(act);
    }

    /** An act as it stands. */
    Mono<Act> find(String id) {
        return asked(c -> c.find(eq("_id", id)).limit(1)).next().map(ActStore::act);
    }

    /** Takes over an act that nobody carries out: one that is new, or whose worker has died. */
    Mono<Taken> takeOver() {
        var now = clock.instant();
        var options = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return asked(c -> c.findOneAndUpdate(
                        and(eq(STATE, "running"), lt(LEASE, Date.from(now))),
                        Updates.set(LEASE, Date.from(now.plus(settings.lease()))),
                        options))
                .next()
                .map(d -> new Taken(act(d), targets(d)));
    }

    /** Says how far an act is, and that its worker lives. */
    Mono<Void> progress(Act act) {
        var change = Updates.combine(
                Updates.set(STATE, word(act)),
                Updates.set(LEASE, Date.from(clock.instant().plus(settings.lease()))),
                Updates.set(APPLIED, act.applied()),
                Updates.set(REFUSED, act.refused()),
                Updates.set(FAILED, act.failed()));
        return asked(c -> c.updateOne(eq("_id", act.id()), change)).then();
    }

    private static String word(Act act) {
        return act.state() == Act.State.DONE ? "done" : "running";
    }

    private static Document document(Act act, List<Target> targets) {
        return new Document("_id", act.id())
                .append("by", act.by())
                .append("decision", act.decision().name())
                .append("reason", act.reason())
                .append("note", act.note())
                .append("startedAt", Date.from(act.startedAt()))
                .append(STATE, word(act))
                .append(LEASE, new Date(0))
                .append(APPLIED, 0)
                .append(REFUSED, 0)
                .append(FAILED, 0)
                .append("ids", targets.stream().map(Target::id).toList())
                .append("revisions", targets.stream().map(Target::revision).toList());
    }

    private static Act act(Document d) {
        return new Act(
                d.getString("_id"),
                d.getString("by"),
                Action.valueOf(d.getString("decision")),
                d.getString("reason"),
                d.getString("note"),
                d.getDate("startedAt").toInstant(),
                "done".equals(d.getString(STATE)) ? Act.State.DONE : Act.State.RUNNING,
                d.getList("ids", String.class).size(),
                d.getInteger(APPLIED),
                d.getInteger(REFUSED),
                d.getInteger(FAILED));
    }

    private static List<Target> targets(Document d) {
        var ids = d.getList("ids", String.class);
        var revisions = d.getList("revisions", Long.class);
        var targets = new ArrayList<Target>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            targets.add(new Target(ids.get(i), revisions.get(i)));
        }
        return targets;
    }

    private <T> Flux<T> asked(Function<MongoCollection<Document>, Publisher<T>> question) {
        return databases
                .getMongoDatabase()
                .map(d -> d.getCollection(view.collection() + "-acts"))
                .flatMapMany(question)
                .timeout(view.storeTimeout())
                .onErrorMap(e -> Problem.unavailable("The desk's store cannot be reached.", Duration.ofSeconds(5))
                        .asException());
    }

    /**
     * A comment that an act is about.
     *
     * @param id its id
     * @param revision the revision that the moderator saw
     */
    record Target(String id, long revision) {}

    /** An act that this worker carries out from now on. */
    record Taken(Act act, List<Target> targets) {}
}
