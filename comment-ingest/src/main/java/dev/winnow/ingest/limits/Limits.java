package dev.winnow.ingest.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.ingest.sites.Site;
import dev.winnow.ingest.sites.Sites;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts requests by token buckets: one for each site, one for each client that asked lately. Each instance counts for
 * itself. The clients remembered are bounded, so a million addresses cost no more memory than the setting says; then the
 * site's own bucket is what holds.
 */
@Component
public class Limits {

    private final LimitSettings settings;
    private final Map<String, Bucket> sites;
    private final Cache<String, Bucket> clients;
    private final String clientPolicy;
    private final String sitePolicy;

    public Limits(LimitSettings settings, Sites sites) {
        this.settings = settings;
        this.sites = sites.all().stream().collect(Collectors.toUnmodifiableMap(Site::name, site -> newSiteBucket()));
        this.clients = Caffeine.newBuilder()
                .maximumSize(settings.clientsRemembered())
                .expireAfterAccess(settings.client().window().multipliedBy(2))
                .build();
        this.clientPolicy =
                policy("client", settings.client().requests(), settings.client().window());
        this.sitePolicy =
                policy("site", settings.site().requests(), settings.site().window());
    }

    /**
     * Takes a request into account.
     *
     * @param client by what the client is known, or null for the site itself
     */
    public Allowance take(Site site, @Nullable String client) {
        if (!settings.enabled()) {
            return Allowance.UNLIMITED;
        }
        var ofSite = Objects.requireNonNull(sites.get(site.name()), "a bucket for every site");
        if (client == null) {
            return allowance(ofSite.tryConsumeAndReturnRemaining(1), "site", sitePolicy);
        }
        var policies = clientPolicy + ", " + sitePolicy;
        // The client's bucket first: one client that asks too much does not use up the site's.
        var ofClient = clients.get(client, newClientBucket()).tryConsumeAndReturnRemaining(1);
        if (!ofClient.isConsumed()) {
            return allowance(ofClient, "client", policies);
        }
        var rest = ofSite.tryConsumeAndReturnRemaining(1);
        var siteIsTighter = !rest.isConsumed() || rest.getRemainingTokens() < ofClient.getRemainingTokens();
        return siteIsTighter ? allowance(rest, "site", policies) : allowance(ofClient, "client", policies);
    }

    /** Of how many clients the use is remembered now, about. */
    public long clientsRemembered() {
        return clients.estimatedSize();
    }

    private Function<String, Bucket> newClientBucket() {
        return client -> bucket(settings.client().requests(), settings.client().window());
    }

    private Bucket newSiteBucket() {
        return bucket(settings.site().requests(), settings.site().window());
    }

    private static Bucket bucket(long requests, Duration window) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, window))
                .build();
    }

    private static String policy(String name, long requests, Duration window) {
        return "\"" + name + "\";q=" + requests + ";w=" + window.toSeconds();
    }

    private static Allowance allowance(ConsumptionProbe probe, String name, String policies) {
        var untilFull = seconds(probe.getNanosToWaitForReset());
        var rateLimit = "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + untilFull;
        var retryAfter = probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill()));
        return new Allowance(probe.isConsumed(), rateLimit, policies, retryAfter);
    }

    private static int seconds(long nanos) {
        return (int) TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }
}
