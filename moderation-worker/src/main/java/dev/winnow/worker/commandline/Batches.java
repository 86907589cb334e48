package dev.winnow.worker.commandline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Turns lines into lines on several threads, in order, with a bounded number of them in memory. */
final class Batches implements AutoCloseable {

    /** Enough for a second model to find texts of like length among them. */
    private static final int LINES = 2_048;

    private final ExecutorService threads;
    private final int most;
    private final Work work;

    Batches(int threads, Work work) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.most = threads * 4;
        this.work = work;
    }

    /** Works through the rest of a reader, whose first line is taken; tells how many lines that were. */
    long run(BufferedReader in, Writer out) throws IOException {
        var underWay = new ArrayDeque<Future<List<String>>>();
        long lines = 0;
        while (true) {
            var batch = read(in);
            if (!batch.isEmpty()) {
                long first = lines + 2;
                underWay.add(threads.submit(() -> work.lines(batch, first)));
                lines += batch.size();
            }
            while (underWay.size() >= most || batch.isEmpty() && !underWay.isEmpty()) {
                write(underWay.remove(), out);
            }
            if (batch.isEmpty()) {
                return lines;
            }
        }
    }

    private static List<String> read(BufferedReader in) throws IOException {
        var batch = new ArrayList<String>(LINES);
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            batch.add(line);
            if (batch.size() == LINES) {
                break;
            }
        }
        return batch;
    }

    private static void write(Future<List<String>> batch, Writer out) throws IOException {
        try {
            for (var line : batch.get()) {
                out.write(line);
                out.write('\n');
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** What is done with some lines; the first one's number counts from 1, the header's. */
    @FunctionalInterface
    interface Work {
        List<String> lines(List<String> lines, long first) throws IOException;
    }
}
