package dev.winnow.worker.classifier.training;

import dev.winnow.worker.classifier.Script;
import dev.winnow.worker.classifier.training.Trainer.Row;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** More rows from those there are, for what the data lacks. */
final class Augmentation {

    private static final double DISTURBED_WEIGHT = 0.3;
    private static final double AMONG_OTHERS_WEIGHT = 0.6;
    private static final int AMONG_OTHERS = 3;
    private static final int WITH_LINKS = 25;
    private static final int LONGEST = 900;

    private Augmentation() {}

    /** Each row once more with letters disturbed as people do who hide words. */
    static List<Row> disturbed(List<Row> rows, Random random) {
        return rows.stream()
                .map(row -> row.reworded(
                        NormalisedText.readable(Disturbance.of(row.text(), random))
                                .toString(),
                        DISTURBED_WEIGHT))
                .toList();
    }

    /** Each row with Han characters once more with some of them as others of the same sound. */
    static List<Row> withHomophones(List<Row> rows, Random random) {
        return rows.stream()
                .filter(row -> Script.of(row.text()) == Script.HAN)
                .map(row -> row.reworded(Disturbance.withHomophones(row.text(), random), DISTURBED_WEIGHT))
                .toList();
    }

    /** Some harmless rows once more with an ordinary link: in the data hardly any but spam holds one. */
    static List<Row> withLinks(List<Row> rows, Random random) {
        var linked = new ArrayList<Row>();
        for (var row : rows) {
            if (row.isOk() && random.nextInt(WITH_LINKS) == 0) {
                var text = Links.put(row.text(), random);
                linked.add(row.reworded(NormalisedText.readable(text).toString(), 1));
            }
        }
        return linked;
    }

    /**
     * Some rows once more before, behind or amid harmless ones in the same writing. Spam hides behind praise, insults
     * behind arguments, and long harmless comments hardly occur in the data: without these a model holds length itself
     * for a sign.
     */
    static List<Row> amongOthers(List<Row> rows, Random random) {
        Map<Script, List<Row>> harmless = new EnumMap<>(Script.class);
        for (var script : Script.values()) {
            harmless.put(script, new ArrayList<>());
        }
        for (var row : rows) {
            if (row.isOk() && row.weight() > 0) {
                harmless.getOrDefault(Script.of(row.text()), List.of()).add(row);
            }
        }
        var composed = new ArrayList<Row>();
        for (var row : rows) {
            var others = harmless.getOrDefault(Script.of(row.text()), List.of());
            if (random.nextInt(AMONG_OTHERS) == 0
                    && !others.isEmpty()
                    && row.text().length() < LONGEST) {
                composed.add(row.reworded(composed(row, others, random), AMONG_OTHERS_WEIGHT));
            }
        }
        return composed;
    }

    private static String composed(Row row, List<Row> others, Random random) {
        int count = 1 + random.nextInt(4);
        int place = random.nextInt(count + 1);
        var text = new StringBuilder();
        for (int i = 0; i <= count; i++) {
            var part = i == place
                    ? row.text()
                    : others.get(random.nextInt(others.size())).text();
            if (i == place || text.length() + part.length() < LONGEST) {
                text.append(text.isEmpty() ? "" : " ").append(part.strip());
            }
        }
        return text.toString();
    }
}
