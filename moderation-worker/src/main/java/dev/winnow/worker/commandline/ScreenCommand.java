package dev.winnow.worker.commandline;

import dev.winnow.worker.tsv.Tsv;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code screen}: screens a file of comments offline. Streams in order on all processors, in memory that does not grow
 * with the file.
 */
final class ScreenCommand {

    private ScreenCommand() {}

    static void run(List<String> args, PrintStream err) throws Options.WrongUsage, IOException {
        var options = Options.of(
                args,
                Set.of("--input", "--output", "--threads", "--language", "--model", "--without"),
                Set.of("--explain"));
        var input = options.required("--input");
        var output = options.required("--output");
        int threads = options.number("--threads", Runtime.getRuntime().availableProcessors());
        var form = options.has("--explain")
                ? OutputForm.explained(Locale.forLanguageTag(language(options.get("--language"))))
                : OutputForm.TABLE;

        long start = System.nanoTime();
        long rows;
        try (var in = reader(input);
                var out = writer(output);
                var judge = Judge.of(options)) {
            rows = stream(in, out, judge, form, threads);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        err.printf(Locale.ROOT, "%d rows in %.2f s, %.0f rows/s%n", rows, seconds, rows / Math.max(seconds, 1e-9));
    }

    private static long stream(BufferedReader in, BufferedWriter out, Judge judge, OutputForm form, int threads)
            throws IOException {
        var first = in.readLine();
        if (first == null) {
            throw new IOException("the input is empty; it must begin with a header");
        }
        var rows = new Rows(Tsv.Header.of(first));
        form.writeHeader(out);
        try (var batches = new Batches(threads, (lines, number) -> {
            var comments = rows.comments(lines, number);
            var verdicts = judge.verdicts(comments);
            var written = new ArrayList<String>(comments.size());
            for (int i = 0; i < comments.size(); i++) {
                written.add(form.line(comments.get(i), verdicts.get(i)));
            }
            return written;
        })) {
            return batches.run(in, out);
        }
    }

    private static String language(@Nullable String asked) throws Options.WrongUsage {
        if (asked == null || asked.equals("en") || asked.equals("zh")) {
            return asked == null ? "en" : asked;
        }
        throw new Options.WrongUsage("--language must be en or zh, not " + asked);
    }

    private static BufferedReader reader(String file) throws IOException {
        var stream = file.equals("-") ? new FileInputStream(FileDescriptor.in) : Files.newInputStream(Path.of(file));
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
    }

    private static BufferedWriter writer(String file) throws IOException {
        var stream = file.equals("-") ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(Path.of(file));
        return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    }
}
