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
 * Judges comments by the built-in policy, all of its screens or some, with nothing known about their authors: by screening alone or with a second
 * opinion. Safe for any thread.
 */
final class Judge implements AutoCloseable {

    private static final Context CONTEXT = new Context(AuthorHistory.none("default", "unknown"));

    private final Screening screening;
    private final @Nullable SecondModel model;
    private final Policy policy;

    private Judge(Screening screening, @Nullable SecondModel model, Policy policy) {
        this.screening = screening;
        this.model = model;
        this.policy = policy;
    }

    /**
     * The judge that two options name: {@code --model} is {@code both} (or missing) for both models, {@code first} for
     * the first alone, else the file of another first model, alone; {@code --without} lists screens that are left out.
     */
    static Judge of(Options options) throws Options.WrongUsage, IOException {
        var asked = options.get("--model");
        var model = asked == null ? "both" : asked;
        boolean both = model.equals("both");
        var screening = both || model.equals("first")
                ? Screening.standard()
                : Screening.with(Classifier.of(Files.readAllBytes(Path.of(model))));
        var without = options.names("--without");
        if (!screening.names().containsAll(without)) {
            throw new Options.WrongUsage("--without takes of these: " + String.join(",", screening.names()));
        }
        var policy = Policy.builtIn("default").withScreensOff(without);
        return new Judge(screening, both ? SecondModel.standard() : null, policy);
    }

    /** The verdicts on some comments, in their order. */
    List<Verdict> verdicts(List<Comment> comments) {
        var screened = comments.stream()
                .map(comment -> new Screened(comment, policy, screening.screen(comment, policy, CONTEXT)))
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
