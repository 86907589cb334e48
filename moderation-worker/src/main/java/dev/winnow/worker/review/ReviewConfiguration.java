package dev.winnow.worker.review;

import dev.winnow.events.Signal;
import dev.winnow.worker.policy.PolicyTable;
import dev.winnow.worker.screening.SignalSentences;
import dev.winnow.worker.signin.CommentSites;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the desk meets screening and policies. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    private static final Signal NO_SIGNAL =
            new Signal("none", Signal.Category.TRUST, 0, Signal.Field.TEXT, List.of(), Map.of());

    @Bean
    Sentences sentences() {
        // Its files are read when it is first used, which must not be on an event loop.
        SignalSentences.of(NO_SIGNAL, Locale.ENGLISH);
        return SignalSentences::of;
    }

    @Bean
    CommentSites commentSites(ReviewItems items) {
        return (id, soon) -> (soon ? items.await(id, item -> true, ReviewApi.NEWS_AHEAD) : items.find(id))
                .map(item -> item.event().comment().site());
    }

    @Bean
    Reasons reasons(PolicyTable policies) {
        return site -> policies.inForce(site).reasons();
    }
}
