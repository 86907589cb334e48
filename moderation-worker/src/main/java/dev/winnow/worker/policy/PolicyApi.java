package dev.winnow.worker.policy;

import dev.winnow.events.Policy;
import dev.winnow.worker.problems.JsonBody;
import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.problems.ProblemKind;
import dev.winnow.worker.problems.RequestTrace;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongPredicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads, tries and changes policies. A change takes effect without a restart, with the next comment. */
@RestController
class PolicyApi {

    private static final int LARGEST_BODY = 512 * 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Sites sites;
    private final PolicyTable table;
    private final PolicyReadiness readiness;
    private final PolicyChanges changes;
    private final PolicyTrials trials;

    PolicyApi(Sites sites, PolicyTable table, PolicyReadiness readiness, PolicyChanges changes, PolicyTrials trials) {
        this.sites = sites;
        this.table = table;
        this.readiness = readiness;
        this.changes = changes;
        this.trials = trials;
    }

    @GetMapping(value = "/v1/policies/{site}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PolicyAnswer>> inForce(@PathVariable String site) {
        return Mono.fromSupplier(() -> {
            check(site);
            return answer(table.inForce(site));
        });
    }

    @PutMapping(value = "/v1/policies/{site}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PolicyAnswer>> change(
            @PathVariable String site, Principal moderator, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> check(site))
                .then(JsonBody.read(exchange.getRequest(), LARGEST_BODY))
                .map(fields -> PolicyRequest.read(site, fields))
                .flatMap(request -> changes.change(
                        request,
                        expected(exchange.getRequest().getHeaders()),
                        moderator.getName(),
                        RequestTrace.of(exchange)))
                .map(PolicyApi::answer);
    }

    @PostMapping(value = "/v1/policies/{site}/trials", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<PolicyTrials.Trial> trial(@PathVariable String site, ServerWebExchange exchange) {
        var signal = exchange.getRequest().getQueryParams().getFirst("signal");
        return Mono.fromRunnable(() -> check(site))
                .then(JsonBody.read(exchange.getRequest(), LARGEST_BODY))
                .map(fields -> PolicyRequest.read(site, fields))
                .flatMap(request -> trials.of(request.policy(), signal));
    }

    private void check(String site) {
        if (!sites.have(site)) {
            throw Problem.of(ProblemKind.NOT_FOUND, "There is no site of this name.")
                    .asException();
        }
        if (!readiness.isReady()) {
            throw Problem.unavailable("The policies have not been read from Kafka yet.", RETRY_AFTER)
                    .asException();
        }
    }

    private static ResponseEntity<PolicyAnswer> answer(PolicyOutcome outcome) {
        if (outcome instanceof PolicyOutcome.InForce done) {
            return answer(done.policy());
        } else if (outcome instanceof PolicyOutcome.ChangedMeanwhile changed) {
            throw Problem.of(
                            ProblemKind.PRECONDITION_FAILED,
                            "The policy was changed meanwhile: version %d is in force. Read it again first."
                                    .formatted(changed.policy().version()))
                    .asException();
        } else if (outcome instanceof PolicyOutcome.OnItsWay) {
            throw Problem.unavailable(
                            "The policy is written and will take effect, but is not in force here yet: read it again.",
                            RETRY_AFTER)
                    .asException();
        }
        throw Problem.unavailable(
                        "Kafka did not acknowledge the policy: read it again before changing it anew.", RETRY_AFTER)
                .asException();
    }

    private static ResponseEntity<PolicyAnswer> answer(Policy policy) {
        return ResponseEntity.ok().eTag(tag(policy.version())).body(PolicyAnswer.of(policy));
    }

    /** Which versions {@code If-Match} allows; all where it is missing. */
    private static LongPredicate expected(HttpHeaders headers) {
        var tags = headers.get(HttpHeaders.IF_MATCH);
        if (tags == null) {
            return version -> true;
        }
        var wanted = tags.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        return version -> wanted.contains("*") || wanted.contains(tag(version));
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
