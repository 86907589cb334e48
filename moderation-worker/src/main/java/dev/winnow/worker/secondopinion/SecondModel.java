package dev.winnow.worker.secondopinion;

import ai.onnxruntime.OrtException;
import dev.winnow.worker.classifier.Classifier.Scores;
import dev.winnow.worker.classifier.Script;
import dev.winnow.worker.text.NormalisedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * The second model: a small transformer for each writing, whose word is weighed with screening's. Tens of milliseconds of
 * processor time a comment. Safe for any thread.
 */
public final class SecondModel implements AutoCloseable {

    /** How many texts are read at once: in larger batches more is computed for the padding of shorter ones. */
    private static final int BATCH = 8;

    private static final String FOLDER = "/second/";

    private final Map<Script, Reader> readers;
    private final String version;

    private SecondModel(Map<Script, Reader> readers, String version) {
        this.readers = readers;
        this.version = version;
    }

    /** The model that comes with this release. */
    public static SecondModel standard() {
        try {
            var settings = new Properties();
            try (var in = resource("second.properties")) {
                settings.load(in);
            }
            var readers = new EnumMap<Script, Reader>(Script.class);
            for (var script : Script.values()) {
                readers.put(script, Reader.of(script.name().toLowerCase(Locale.ROOT), settings));
            }
            return new SecondModel(readers, settings.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the second model", e);
        } catch (OrtException e) {
            throw new IllegalStateException("cannot load the second model", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var in = SecondModel.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IOException("missing on the class path: " + FOLDER + name);
        }
        return in;
    }

    /** By which a decision names the model. */
    public String version() {
        return version;
    }

    /** The probabilities of some comments by screening and this model together, in their order. */
    public List<Scores> weigh(List<Doubtful> comments) {
        var texts = comments.stream()
                .map(comment -> NormalisedText.readable(comment.text()).toString())
                .toList();
        var scores = new Scores[comments.size()];
        readers.forEach((script, reader) -> {
            var own = IntStream.range(0, texts.size())
                    .filter(i -> Script.of(texts.get(i)) == script)
                    .mapToObj(i -> new Read(i, reader.pieces.ids(script.spelled(texts.get(i)))))
                    .sorted(Comparator.comparingInt(read -> read.ids.length))
                    .toList();
            for (int from = 0; from < own.size(); from += BATCH) {
                var batch = own.subList(from, Math.min(own.size(), from + BATCH));
                var logits =
                        reader.transformer.logits(batch.stream().map(Read::ids).toList());
                for (int i = 0; i < logits.length; i++) {
                    int place = batch.get(i).place;
                    scores[place] = reader.together(comments.get(place).first(), logits[i]);
                }
            }
        });
        return List.of(scores);
    }

    @Override
    public void close() {
        for (var reader : readers.values()) {
            try {
                reader.transformer.close();
            } catch (OrtException e) {
                throw new IllegalStateException("cannot close the second model", e);
            }
        }
    }

    /**
     * What the model is asked about.
     *
     * @param text the comment's text as it was sent
     * @param first what screening said
     */
    public record Doubtful(String text, Scores first) {}

    private record Read(int place, long[] ids) {}

    /** How the models of a writing are run and their word is weighed. */
    private record Reader(WordPieces pieces, Transformer transformer, Weights spam, Weights abuse) {

        static Reader of(String script, Properties settings) throws IOException, OrtException {
            try (var vocabulary = resource(script + ".vocabulary");
                    var model = resource(script + ".onnx")) {
                return new Reader(
                        WordPieces.read(vocabulary),
                        new Transformer(model.readAllBytes()),
                        Weights.of(settings.getProperty(script + ".spam")),
                        Weights.of(settings.getProperty(script + ".abuse")));
            }
        }

        Scores together(Scores first, float[] logits) {
            return new Scores(spam.probability(first.spam(), logits[0]), abuse.probability(first.abuse(), logits[1]));
        }
    }

    /**
     * A logistic regression over both models' logits, fitted on comments held back from both.
     *
     * @param first how much the logit of screening's probability counts
     * @param second how much this model's logit counts
     * @param offset the rest
     */
    private record Weights(double first, double second, double offset) {

        /** Screening's certainty is bounded, so that it can be outweighed. */
        private static final double LEAST = 0.001;

        static Weights of(String text) {
            var numbers = text.strip().split("\\s+");
            return new Weights(
                    Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
        }

        double probability(double probability, double logit) {
            double bounded = Math.min(1 - LEAST, Math.max(LEAST, probability));
            double sum = first * Math.log(bounded / (1 - bounded)) + second * logit + offset;
            return 1 / (1 + Math.exp(-sum));
        }
    }
}
