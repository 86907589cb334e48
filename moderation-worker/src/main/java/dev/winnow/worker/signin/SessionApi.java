package dev.winnow.worker.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Says who is signed in, so that a page shows what this person may do and no more. */
@RestController
final class SessionApi {

    @GetMapping(value = "/v1/review/session", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<SignedIn> session(@AuthenticationPrincipal Person person) {
        var sites = person.reach().only();
        return Mono.just(new SignedIn(
                person.name(),
                person.role().word(),
                sites == null ? null : sites.stream().sorted().toList()));
    }

    /**
     * Who is signed in.
     *
     * @param moderator the name
     * @param role what this person may do
     * @param sites for which sites; null for all
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SignedIn(String moderator, String role, @Nullable List<String> sites) {}
}
