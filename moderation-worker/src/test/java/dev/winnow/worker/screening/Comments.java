package dev.winnow.worker.screening;

import dev.winnow.events.Author;
import dev.winnow.events.AuthorHistory;
import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Comments, policies and histories for tests of screening. */
public final class Comments {

    public static final Context NOTHING_KNOWN = new Context(AuthorHistory.none("default", "id:1"));

    private Comments() {}

    public static Comment saying(String text) {
        return by(new Author("读者", null, null, false), text, null);
    }

    public static Comment by(Author author, String text, @Nullable String url) {
        return new Comment(
                "01900000-0000-7000-8000-000000000000",
                "default",
                "article",
                null,
                author,
                text,
                url,
                Instant.EPOCH,
                null,
                null,
                false);
    }

    public static Policy policy() {
        return Policy.builtIn("default");
    }

    public static Policy policy(
            boolean holdAll,
            boolean holdFirst,
            Set<String> entriesOff,
            List<Policy.Entry> entries,
            Set<String> screensOff) {
        var base = policy();
        return new Policy(
                "default",
                7,
                base.spam(),
                base.abuse(),
                holdAll,
                holdFirst,
                3,
                entriesOff,
                List.of(),
                entries,
                screensOff,
                Policy.REASONS,
                null,
                null,
                Instant.EPOCH);
    }

    /** The built-in policy, but for phrases in which a built-in list entry is harmless. */
    public static Policy excepting(String entry, String... phrases) {
        var base = policy();
        return new Policy(
                "default",
                7,
                base.spam(),
                base.abuse(),
                false,
                false,
                3,
                Set.of(),
                List.of(new Policy.Exceptions(entry, List.of(phrases))),
                List.of(),
                Set.of(),
                Policy.REASONS,
                null,
                null,
                Instant.EPOCH);
    }

    /** A history of so many comments with each status given, all with one text. */
    public static Context history(String text, Status... statuses) {
        var history = AuthorHistory.none("default", "id:1");
        for (int i = 0; i < statuses.length; i++) {
            history = history.with(new AuthorHistory.Outcome(
                    "earlier-" + i, 1, statuses[i], Instant.ofEpochSecond(i), TextHash.of(text)));
        }
        return new Context(history);
    }

    public static List<String> names(Verdict verdict) {
        return verdict.signals().stream().map(Signal::name).toList();
    }
}
