package dev.winnow.worker.review;

import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.problems.ProblemKind;
import dev.winnow.worker.review.Claims.Claim;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Claims comments and lets go of them. */
@RestController
class ClaimApi {

    private final Claims claims;
    private final ReviewItems items;

    ClaimApi(Claims claims, ReviewItems items) {
        this.claims = claims;
        this.items = items;
    }

    @PutMapping(value = "/v1/review/comments/{id}/claim", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Claim> claim(@PathVariable String id, Principal moderator, ServerWebExchange exchange) {
        var asked = QueryParameters.of(exchange.getRequest());
        var force = asked.flag("force");
        asked.refuseIfWrong();
        return items.find(id)
                .switchIfEmpty(
                        Mono.error(() -> Problem.of(ProblemKind.NOT_FOUND, "The desk knows no comment of this id.")
                                .asException()))
                .flatMap(item -> claims.claim(id, moderator.getName(), force))
                .map(claim -> {
                    if (!claim.by().equals(moderator.getName())) {
                        throw Problem.of(ProblemKind.CONFLICT, "Another moderator is looking at this comment.")
                                .with("claim", claim)
                                .asException();
                    }
                    return claim;
                });
    }

    @DeleteMapping("/v1/review/comments/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> release(@PathVariable String id, Principal moderator) {
        return claims.release(id, moderator.getName());
    }

    @GetMapping(value = "/v1/review/claims", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, Map<String, String>>> claims() {
        return claims.now().map(now -> Map.of("claims", now));
    }
}
