package dev.winnow.worker.commandline;

import dev.winnow.events.AuthorHistory;
import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import dev.winnow.events.Verdict;
import dev.winnow.worker.classifier.Classifier;
import dev.winnow.worker.screening.Context;
import dev.winnow.worker.screening.Screening;
import dev.winnow.worker.secondopinion.Doubt;
import dev.winnow.worker.secondopinion.SecondModel;
import dev.winnow.worker.secondopinion.SecondOpinion;
import dev.winnow.worker.secondopinion.SecondOpinion.Screened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges comments by the built-in policy, with nothing known about their authors: by screening alone or with a second
 * opinion. Safe for any thread.
 */
final class Judge implements AutoCloseable {

    private static final Policy POLICY = Policy.builtIn("default");
    private static final Context CONTEXT = new Context(AuthorHistory.none("default", "unknown"));

    private final Screening screening;
    private final @Nullable SecondModel model;

    private Judge(Screening screening, @Nullable SecondModel model) {
        this.screening = screening;
        this.model = model;
    }

    /**
     * The judge that {@code --model} names.
     *
     * @param model {@code both} or null for both models, {@code first} for the first alone, else the file of another
     *     first model, alone
     */
    static Judge of(@Nullable String model) throws IOException {
        if (model == null || model.equals("both")) {
            return new Judge(Screening.standard(), SecondModel.standard());
        }
        return new Judge(
                model.equals("first")
                        ? Screening.standard()
                        : Screening.with(Classifier.of(Files.readAllBytes(Path.of(model)))),
                null);
    }

    /** The verdicts on some comments, in their order. */
    List<Verdict> verdicts(List<Comment> comments) {
        var screened = comments.stream()
                .map(comment -> new Screened(comment, POLICY, screening.screen(comment, POLICY, CONTEXT)))
                .toList();
        return model == null
                ? screened.stream().map(Screened::verdict).toList()
                : new SecondOpinion(model, Doubt.BUILT_IN).on(screened);
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }
}
