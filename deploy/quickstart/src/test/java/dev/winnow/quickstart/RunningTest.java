package dev.winnow.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTest {

    private final List<String> ended = new ArrayList<>();
    private final Running running = new Running();

    @Test
    void theLatestIsEndedFirstAndNothingTwice() {
        running.add(thing("broker"));
        running.add(thing("store"));
        running.add(thing("services"));

        running.close();
        running.close();

        assertThat(ended).containsExactly("services", "store", "broker");
    }

    @Test
    void whatFailsToEndDoesNotKeepTheOthersRunning() {
        running.add(thing("broker"));
        running.add(() -> {
            throw new IllegalStateException("stuck");
        });

        running.close();

        assertThat(ended).containsExactly("broker");
    }

    @Test
    void whatComesUpAfterTheEndIsEndedAtOnce() {
        running.close();

        running.add(thing("late"));

        assertThat(ended).containsExactly("late");
    }

    private AutoCloseable thing(String name) {
        return () -> ended.add(name);
    }
}
