package dev.winnow.ingest.submission;

import dev.winnow.events.Author;
import dev.winnow.events.Comment;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.acknowledgement.Commands;
import dev.winnow.ingest.arrival.Answer;
import dev.winnow.ingest.arrival.Bodies;
import dev.winnow.ingest.arrival.Call;
import dev.winnow.ingest.arrival.Operation;
import dev.winnow.ingest.author.Authors;
import dev.winnow.ingest.identity.CommentIds;
import dev.winnow.ingest.managetoken.ManageTokens;
import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Takes a new comment: reads it, finds out whose it is, gives it an id, and accepts it once Kafka holds it. */
@Component
class Submit implements Operation {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Bodies bodies;
    private final Authors authors;
    private final CommentIds ids;
    private final ManageTokens manageTokens;
    private final Commands commands;
    private final Clock clock;

    Submit(Bodies bodies, Authors authors, CommentIds ids, ManageTokens manageTokens, Commands commands, Clock clock) {
        this.bodies = bodies;
        this.authors = authors;
        this.ids = ids;
        this.manageTokens = manageTokens;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String address() {
        return "/v1/sites/{site}/articles/{article}/comments";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Mono<Answer> perform(Call call) {
        return bodies.read(call)
                .flatMap(body -> body.then(json -> comment(call, json))
                        .fold(comment -> accept(call, comment), problem -> Mono.just(new Answer.Refused(problem))));
    }

    private Checked<Comment> comment(Call call, byte[] json) {
        return id(call).then(id -> Submission.read(json)
                .then(submission ->
                        authors.of(call, submission.author()).then(author -> comment(call, id, submission, author))));
    }

    private Checked<String> id(Call call) {
        var wrongArticle = Rules.article(call.article());
        if (wrongArticle != null) {
            return Checked.bad(Problem.invalid("article", wrongArticle));
        }
        var keys = call.request().getHeaders().getOrEmpty(IDEMPOTENCY_KEY);
        if (keys.isEmpty()) {
            return Checked.good(ids.fresh(call.site().name(), call.article()));
        }
        var wrongKey = keys.size() > 1 ? "be given once" : Rules.idempotencyKey(keys.get(0));
        return wrongKey == null
                ? Checked.good(ids.forRetries(call.site().name(), call.article(), keys.get(0)))
                : Checked.bad(Problem.invalid(IDEMPOTENCY_KEY, wrongKey));
    }

    private Checked<Comment> comment(Call call, String id, Submission submission, Author author) {
        var site = call.site().name();
        var parent = submission.parentId();
        if (parent != null) {
            parent = CommentIds.ofArticle(parent, site, call.article());
            if (parent == null || parent.equals(id)) {
                return Checked.bad(Problem.invalid("parentId", "be the id of another comment of this article"));
            }
        }
        return Checked.good(new Comment(
                id,
                site,
                call.article(),
                parent,
                author,
                submission.text(),
                submission.url(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                call.caller().readersOrigin(),
                false));
    }

    private Mono<Answer> accept(Call call, Comment comment) {
        var command = new CommentSubmitted(comment, comment.submittedAt());
        return commands.send(command, call.trace(), () -> accepted(comment));
    }

    private Answer accepted(Comment comment) {
        var location = "/v1/sites/" + comment.site() + "/articles/"
                + UriUtils.encode(comment.article(), StandardCharsets.UTF_8) + "/comments/" + comment.id();
        var token = manageTokens.issue(comment.site(), comment.article(), comment.id());
        return Answer.accepted(
                IngestMetrics.Accepted.SUBMITTED,
                location,
                "id",
                comment.id(),
                "status",
                "pending",
                "manageToken",
                token.value(),
                "manageUntil",
                token.until().toString());
    }
}
