package dev.winnow.quickstart;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Does several things at once, each on a thread of its own name, and comes back when all of them are done. */
final class Together {

    private Together() {}

    /** Something to do. */
    record Task(String name, Callable<?> what) {}

    /** Throws what the first of the failed ones threw, after the end of all. */
    static void run(List<Task> tasks) {
        var running = tasks.stream().map(Together::start).toList();
        RuntimeException failure = null;
        for (var task : running) {
            try {
                task.get();
            } catch (ExecutionException e) {
                failure = failure == null ? asUnchecked(e) : failure;
            } catch (InterruptedException e) {
                throw new CannotStart("Interrupted.", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static FutureTask<?> start(Task task) {
        var outcome = new FutureTask<>(task.what());
        new Thread(outcome, task.name()).start();
        return outcome;
    }

    private static RuntimeException asUnchecked(ExecutionException e) {
        return e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
    }
}
