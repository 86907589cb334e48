package dev.winnow.worker.classifier.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each source counts and how it is cleaned, from {@code training/recipe.tsv}: {@code source weight
 * calibration cleaning},
 * with a line {@code *} for sources not named.
 *
 * @param sources by name
 */
record Recipe(Map<String, Source> sources) {

    Recipe {
        sources = Map.copyOf(sources);
    }

    /** Every source as it is, with the same weight. */
    static Recipe plain() {
        return new Recipe(Map.of("*", Source.PLAIN));
    }

    static Recipe read(Path file) throws IOException {
        var sources = new LinkedHashMap<String, Source>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("source\t")) {
                var cells = line.split("\t");
                sources.put(cells[0], Source.of(cells));
            }
        }
        sources.putIfAbsent("*", Source.PLAIN);
        return new Recipe(sources);
    }

    Source of(String source) {
        var known = sources.get(source);
        return known != null ? known : sources.getOrDefault("*", Source.PLAIN);
    }

    /**
     * A source's part in training.
     *
     * @param weight what each of its rows counts in learning; 0 leaves the source out
     * @param calibration what each of its rows that were held back counts in calibrating
     * @param cleaning what is taken out of its texts
     */
    record Source(double weight, double calibration, String cleaning) {

        static final Source PLAIN = new Source(1, 1, "none");

        static Source of(String[] cells) {
            return new Source(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), cells[3]);
        }
    }
}
