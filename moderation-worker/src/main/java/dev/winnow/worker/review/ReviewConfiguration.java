package dev.winnow.worker.review;

import dev.winnow.events.AuthorHistory;
import dev.winnow.events.Signal;
import dev.winnow.worker.audit.CommentExcerpts;
import dev.winnow.worker.policy.PastComments;
import dev.winnow.worker.policy.PolicyTable;
import dev.winnow.worker.policy.TriedScreening;
import dev.winnow.worker.screening.Context;
import dev.winnow.worker.screening.SignalSentences;
import dev.winnow.worker.signin.CommentSites;
import dev.winnow.worker.topology.ScreeningFunction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
    CommentExcerpts commentExcerpts(ReviewItems items) {
        return ids -> items.find(ids)
                .map(found -> found.values().stream().collect(Collectors.toMap(ReviewItem::id, ReviewItem::excerpt)));
    }

    @Bean
    PastComments pastComments(ReviewItems items) {
        return (site, signal, since, most) ->
                items.newest(site, signal, since, most).map(i -> i.event().comment());
    }

    @Bean
    TriedScreening triedScreening(ScreeningFunction screening) {
        return (comment, policy) -> screening
                .screen(comment, policy, new Context(AuthorHistory.none(comment.site(), "")))
                .outcome();
    }

    @Bean
    Reasons reasons(PolicyTable policies) {
        return site -> policies.inForce(site).reasons();
    }
}
