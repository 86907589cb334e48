package dev.winnow.worker.secondopinion;

import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.moderated.ModeratedListeners;
import dev.winnow.worker.policy.PolicyTable;
import dev.winnow.worker.screening.Screening;
import dev.winnow.worker.topology.ScreeningFunction;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Screening as the service does it, and who gives second opinions where they are asked. */
@Configuration(proxyBeanMethods = false)
class SecondOpinionConfiguration {

    @Bean
    ScreeningFunction screening(SecondOpinionSettings settings) {
        return new ScreeningWithDoubt(Screening.standard(), settings.doubt());
    }

    /** Who gives opinions: one consumer group over all workers. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "winnow.second-opinion.enabled", matchIfMissing = true)
    static class Given {

        @Bean(destroyMethod = "close")
        SecondModel secondModel() {
            return SecondModel.standard();
        }

        @Bean
        ConcurrentMessageListenerContainer<byte[], byte[]> secondOpinions(
                SecondModel model,
                SecondOpinionSettings settings,
                PolicyTable policies,
                KafkaTemplate<String, byte[]> kafka,
                WorkerMetrics metrics,
                ModeratedListeners listeners,
                Clock clock) {
            var opinion = new SecondOpinion(model, settings.doubt());
            var giver = new OpinionGiver(opinion, policies, kafka, metrics, settings.sendTimeout(), clock);
            return listeners.listening(
                    "second-opinions", settings.group(), giver, settings.retryAtMost(), settings.batch());
        }
    }
}
