package dev.winnow.ingest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.sites.Site;
import dev.winnow.ingest.sites.Sites;
import dev.winnow.ingest.sites.SitesSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final Sites sites = new Sites(new SitesSettings(Map.of()));
    private final Site site = Objects.requireNonNull(sites.named("default"));

    @Test
    void aClientHasItsShareAndThenWaits() {
        var limits = limits(true, 2, 100);

        assertThat(limits.take(site, "one").rateLimit()).startsWith("\"client\";r=1;t=");
        assertThat(limits.take(site, "one").granted()).isTrue();
        var third = limits.take(site, "one");
        assertThat(third.granted()).isFalse();
        assertThat(third.retryAfterSeconds()).isBetween(1, 1_800);
        assertThat(limits.take(site, "two").granted()).isTrue();
    }

    @Test
    void allClientsTogetherHaveTheSiteS() {
        var limits = limits(true, 2, 3);

        limits.take(site, "one");
        limits.take(site, "two");
        limits.take(site, "three");
        var fourth = limits.take(site, "four");

        assertThat(fourth.granted()).isFalse();
        assertThat(fourth.rateLimit()).startsWith("\"site\";r=0;");
        assertThat(limits.take(site, null).granted()).isFalse();
    }

    @Test
    void aClientThatAsksTooMuchDoesNotUseUpTheSiteS() {
        var limits = limits(true, 2, 10);

        for (int i = 0; i < 100; i++) {
            limits.take(site, "one");
        }

        assertThat(limits.take(site, null).rateLimit()).startsWith("\"site\";r=7;");
    }

    @Test
    void withoutLimitsNothingIsCountedOrSaid() {
        var limits = limits(false, 1, 1);

        limits.take(site, "one");

        assertThat(limits.take(site, "one").granted()).isTrue();
        assertThat(limits.take(site, "one").limited()).isFalse();
        assertThat(limits.clientsRemembered()).isZero();
    }

    private Limits limits(boolean enabled, long client, long ofSite) {
        var hour = Duration.ofHours(1);
        return new Limits(
                new LimitSettings(
                        enabled, new LimitSettings.Client(client, hour), new LimitSettings.Site(ofSite, hour), 100),
                sites);
    }
}
