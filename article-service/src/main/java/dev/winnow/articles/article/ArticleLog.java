package dev.winnow.articles.article;

import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.problem.Problem;
import dev.winnow.events.Article;
import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.EventJson;
import dev.winnow.events.Topics;
import dev.winnow.events.TraceParent;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes articles to their topic. */
@Component
class ArticleLog {

    private static final Logger log = LoggerFactory.getLogger(ArticleLog.class);
    private static final String SOURCE = "/winnow/article-service";

    private final KafkaTemplate<String, byte[]> kafka;
    private final RegistrationSettings settings;
    private final ArticleMetrics metrics;

    ArticleLog(KafkaTemplate<String, byte[]> kafka, RegistrationSettings settings, ArticleMetrics metrics) {
        this.kafka = kafka;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Appends an article; ends once Kafka has it on all replicas. */
    Mono<ArticleState> append(Article article, TraceParent trace) {
        // Neither a random id nor the wait for the topic's metadata is anything for an event loop.
        return Mono.fromCallable(() -> kafka.send(record(article, trace)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::fromFuture)
                .timeout(settings.timeout())
                .map(sent -> new ArticleState(article, sent.getRecordMetadata().offset()))
                .doOnNext(state -> {
                    metrics.registered();
                    log.debug("Registered {}, trace {}", article.key(), trace.traceId());
                })
                .onErrorMap(e -> {
                    log.warn("An article could not be registered, trace {}: {}", trace.traceId(), e.toString());
                    return Problem.unavailable("Kafka did not take the article. Send it again in a moment.")
                            .exception();
                });
    }

    private static ProducerRecord<String, byte[]> record(Article article, TraceParent trace) {
        var record = new ProducerRecord<>(Topics.ARTICLES, article.key(), EventJson.write(article));
        CloudEventHeaders.write(record.headers(), article, UUID.randomUUID().toString(), SOURCE, trace);
        return record;
    }
}
