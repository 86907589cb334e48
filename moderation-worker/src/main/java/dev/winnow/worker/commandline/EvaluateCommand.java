package dev.winnow.worker.commandline;

import dev.winnow.events.Author;
import dev.winnow.events.Comment;
import dev.winnow.events.Verdict;
import dev.winnow.worker.classifier.training.LabelledComment;
import dev.winnow.worker.classifier.training.LabelledFile;
import dev.winnow.worker.classifier.training.Train;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** {@code evaluate}: measures screening on labelled comments, by source, by label and by kind. */
final class EvaluateCommand {

    /** How many comments one thread judges at a time. */
    private static final int TOGETHER = 512;

    private EvaluateCommand() {}

    static void run(List<String> args, PrintStream out, PrintStream err) throws Options.WrongUsage, IOException {
        var options = Options.of(args, Set.of("--input", "--model", "--without", "--kinds"), Set.of("--held-back"));
        options.required("--input");
        var comments = new ArrayList<LabelledComment>();
        for (var input : options.all("--input")) {
            comments.addAll(LabelledFile.read(Path.of(input)));
        }
        if (options.has("--held-back")) {
            comments.removeIf(c -> !Train.isHeldBack(c));
        }
        var kinds = options.names("--kinds");
        comments.removeIf(c -> !kinds.isEmpty() && !kinds.contains(c.kind()));
        List<Judged> judged;
        try (var judge = Judge.of(options)) {
            judged = IntStream.rangeClosed(0, comments.size() / TOGETHER)
                    .mapToObj(i -> comments.subList(i * TOGETHER, Math.min(comments.size(), (i + 1) * TOGETHER)))
                    .parallel()
                    .flatMap(some -> judged(judge, some).stream())
                    .toList();
        }
        report(judged, out);
        err.println(judged.size() + " comments");
    }

    private static List<Judged> judged(Judge judge, List<LabelledComment> labelled) {
        var verdicts =
                judge.verdicts(labelled.stream().map(EvaluateCommand::comment).toList());
        return IntStream.range(0, labelled.size())
                .mapToObj(i -> new Judged(labelled.get(i), verdicts.get(i)))
                .toList();
    }

    private static Comment comment(LabelledComment labelled) {
        return new Comment(
                labelled.id(),
                "default",
                "article",
                null,
                new Author("", null, null, false),
                labelled.text(),
                null,
                Instant.EPOCH,
                null,
                null,
                false);
    }

    private static void report(List<Judged> judged, PrintStream out) {
        out.println("source\trows\tok held\tbad kept out\tprecision\trecall\tF1\tAUC spam\tAUC abuse\tAUC bad\tECE");
        var bySource = new TreeMap<String, List<Judged>>();
        for (var one : judged) {
            bySource.computeIfAbsent(one.labelled().source(), s -> new ArrayList<>())
                    .add(one);
        }
        bySource.forEach((source, rows) -> reportSource(source, rows, out));
        if (bySource.size() > 1) {
            reportSource("all", judged, out);
        }
        out.println();
        out.println("source, label, kind\trows\tapproved\tflagged\trejected");
        var byKind = new TreeMap<String, List<Judged>>();
        for (var one : judged) {
            var labelled = one.labelled();
            var key = labelled.source() + ", " + labelled.label() + ", " + labelled.kind();
            byKind.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
        }
        byKind.forEach((kind, rows) -> reportKind(kind, rows, out));
    }

    private static void reportSource(String source, List<Judged> rows, PrintStream out) {
        var figures = Figures.of(rows.stream()
                .map(j -> new Figures.Row(j.isBad(), j.isKeptOut(), j.bad()))
                .toList());
        double spam = Figures.auc(rows.stream()
                .map(j -> new Figures.Row(
                        j.labelled().label().equals("spam"), false, j.verdict().spam()))
                .toList());
        double abuse = Figures.auc(rows.stream()
                .map(j -> new Figures.Row(
                        j.labelled().label().equals("abuse"), false, j.verdict().abuse()))
                .toList());
        out.printf(
                Locale.ROOT,
                "%s\t%d\t%.2f %%\t%.1f %%\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f%n",
                source,
                rows.size(),
                100 * figures.falseAlarms(),
                100 * figures.recall(),
                figures.precision(),
                figures.recall(),
                figures.f1(),
                spam,
                abuse,
                figures.auc(),
                figures.calibrationError());
    }

    private static void reportKind(String kind, List<Judged> rows, PrintStream out) {
        var counts = new int[Verdict.Outcome.values().length];
        for (var row : rows) {
            counts[row.verdict().outcome().ordinal()]++;
        }
        out.printf(
                Locale.ROOT,
                "%s\t%d\t%.1f %%\t%.1f %%\t%.1f %%%n",
                kind,
                rows.size(),
                100.0 * counts[0] / rows.size(),
                100.0 * counts[1] / rows.size(),
                100.0 * counts[2] / rows.size());
    }

    private record Judged(LabelledComment labelled, Verdict verdict) {

        boolean isBad() {
            return !labelled.label().equals("ok");
        }

        boolean isKeptOut() {
            return verdict.outcome() != Verdict.Outcome.APPROVE;
        }

        double bad() {
            return Math.max(verdict.spam(), verdict.abuse());
        }
    }
}
