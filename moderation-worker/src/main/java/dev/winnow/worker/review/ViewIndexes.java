package dev.winnow.worker.review;

import dev.winnow.worker.audit.AuditTrail;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.util.retry.Retry;

/** Creates the view's indexes at start, and goes on trying while the store is away; nothing waits for it. */
@Component
class ViewIndexes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ViewIndexes.class);

    private final ReviewItems items;
    private final AuditTrail audit;
    private final ViewSettings settings;
    private @Nullable Disposable work;

    ViewIndexes(ReviewItems items, AuditTrail audit, ViewSettings settings) {
        this.items = items;
        this.audit = audit;
        this.settings = settings;
    }

    @Override
    public void start() {
        work = items.ensureIndexes()
                .then(audit.ensureIndexes())
                .doOnError(e -> log.warn(
                        "The desk's indexes are not there yet: {}", e.getClass().getSimpleName()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(settings.retryAtMost()))
                .subscribe();
    }

    @Override
    public void stop() {
        if (work != null) {
            work.dispose();
        }
        work = null;
    }

    @Override
    public boolean isRunning() {
        return work != null;
    }
}
