package dev.winnow.worker.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.worker.audit.CommentExcerpts.Excerpt;
import dev.winnow.worker.secondopinion.OpinionNote;
import dev.winnow.worker.signin.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the audit: page by page, of one comment, or all that is asked for as NDJSON. */
@RestController
class AuditApi {

    private final AuditTrail trail;
    private final CommentExcerpts excerpts;

    AuditApi(AuditTrail trail, CommentExcerpts excerpts) {
        this.trail = trail;
        this.excerpts = excerpts;
    }

    @GetMapping(value = "/v1/review/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page> page(@AuthenticationPrincipal Person person, ServerWebExchange exchange) {
        var query = AuditQuery.read(exchange.getRequest().getQueryParams(), person.reach());
        return page(query);
    }

    @GetMapping(value = "/v1/review/comments/{id}/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page> ofComment(@PathVariable String id) {
        return page(AuditQuery.ofComment(id));
    }

    @GetMapping(value = "/v1/review/audit/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<AuditEntry> export(@AuthenticationPrincipal Person person, ServerWebExchange exchange) {
        var query = AuditQuery.read(exchange.getRequest().getQueryParams(), person.reach());
        exchange.getResponse()
                .getHeaders()
                .setContentDisposition(ContentDisposition.attachment()
                        .filename("winnow-audit.ndjson")
                        .build());
        return trail.all(query);
    }

    private Mono<Page> page(AuditQuery query) {
        return trail.page(query).collectList().flatMap(entries -> {
            var full = entries.size() == query.limit();
            var next = full ? entries.get(entries.size() - 1).id() : null;
            var comments = entries.stream().map(AuditEntry::comment).distinct().toList();
            return excerpts.of(comments)
                    .map(known -> new Page(
                            entries.stream()
                                    .map(entry -> Shown.of(entry, known.get(entry.comment())))
                                    .toList(),
                            next));
        });
    }

    /**
     * One page of entries.
     *
     * @param next with what to ask for the next page; null on the last
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<Shown> entries, @Nullable String next) {}

    /**
     * An entry, and its comment in short.
     *
     * @param excerpt null when the comment is erased
     * @param scores the probabilities that its note tells, if a second opinion wrote it; null for all others
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Shown(
            @JsonUnwrapped AuditEntry entry,
            @Nullable Excerpt excerpt,
            @Nullable OpinionNote scores) {

        static Shown of(AuditEntry entry, @Nullable Excerpt excerpt) {
            return new Shown(
                    entry, excerpt, OpinionNote.of(entry.by(), entry.note()).orElse(null));
        }
    }
}
