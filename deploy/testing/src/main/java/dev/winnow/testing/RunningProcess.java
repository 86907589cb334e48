package dev.winnow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One of the {@link Processes}. */
public final class RunningProcess {

    private static final long ASK_EVERY_MILLIS = 50;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();

    private final String name;
    private final Process process;
    private final Path output;

    RunningProcess(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    /** Waits until the address answers 200; fails at once, with the output, if the process ends before. */
    public void awaitOk(URI address, Duration timeout) {
        await(address + " to answer 200", timeout, () -> answersOk(address));
    }

    /** Waits until the text is printed; fails at once, with the output, if the process ends before. */
    public void awaitOutput(String text, Duration timeout) {
        await("'" + text + "'", timeout, () -> output().contains(text));
    }

    private void await(String what, Duration timeout, BooleanSupplier reached) {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (!reached.getAsBoolean()) {
            if (endsWithin(ASK_EVERY_MILLIS) && !reached.getAsBoolean()) {
                throw failed("ended with %d while waiting for %s".formatted(process.exitValue(), what));
            }
            if (System.nanoTime() > deadline) {
                throw failed("was given %s for %s in vain".formatted(timeout, what));
            }
        }
    }

    private AssertionError failed(String how) {
        return new AssertionError("%s %s. It said:%n%s".formatted(name, how, output()));
    }

    private static boolean answersOk(URI address) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was no longer waited for");
        }
    }

    /** All that it printed so far. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end and waits for it. */
    public void stop(Duration timeout) {
        process.destroy();
        if (!endsWithin(timeout.toMillis())) {
            throw failed("did not end within " + timeout);
        }
    }

    /** Waits until it has ended by itself, and gives its exit code. */
    public int awaitExit(Duration timeout) {
        if (!endsWithin(timeout.toMillis())) {
            throw failed("did not end within " + timeout);
        }
        return exitCode();
    }

    /** The exit code with which it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Ends it as {@code kill -9} does, with no chance to tidy up, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
