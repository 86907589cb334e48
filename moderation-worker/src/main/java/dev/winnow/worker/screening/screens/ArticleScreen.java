package dev.winnow.worker.screening.screens;

import dev.winnow.events.Signal;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Signals;
import dev.winnow.worker.screening.Subject;
import dev.winnow.worker.text.NormalisedText;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a comment fits its article, of which the title is known: bots copy it so as to seem to the point, and post in
 * languages that its readers do not read. Both are weak evidence alone.
 */
public final class ArticleScreen implements Screen {

    /** A shorter title, in weights of {@link #weight}, is a phrase that anybody might write. */
    private static final int SHORTEST_TITLE = 12;

    /** How much of a comment its title must be. */
    private static final double MOSTLY = 0.7;

    /** A shorter text, in weights of {@link #weight}, has hardly a language. */
    private static final int SHORTEST_TEXT = 20;

    /** As much of a text as is looked at. */
    private static final int LONGEST = 4_096;

    @Override
    public String name() {
        return "article";
    }

    @Override
    public List<Signal> look(Subject subject) {
        var title = subject.context().title();
        if (title == null) {
            return List.of();
        }
        var signals = new ArrayList<Signal>(0);
        copied(NormalisedText.plain(title), subject.text().plain(), signals);
        foreign(Writing.of(title), Writing.of(subject.comment().text()), signals);
        return signals;
    }

    private static void copied(NormalisedText title, NormalisedText text, List<Signal> signals) {
        int titleWeight = weight(title);
        if (titleWeight < SHORTEST_TITLE || text.length() > LONGEST) {
            return;
        }
        int start = text.toString().indexOf(title.toString());
        if (start >= 0 && titleWeight >= MOSTLY * weight(text)) {
            var span = text.span(start, start + title.length());
            signals.add(Signals.spam(SignalName.TITLE_COPIED, 0.35, Signal.Field.TEXT, List.of(span)));
        }
    }

    /** Many a reader of Chinese comments in English, and the other way round; in a third language hardly anybody. */
    private static void foreign(Writing article, Writing comment, List<Signal> signals) {
        if (article.isKnown() && comment.isKnown() && comment.size >= SHORTEST_TEXT && !article.shares(comment)) {
            double strength = comment.isOther() ? 0.3 : 0.1;
            signals.add(Signals.whole(SignalName.OTHER_LANGUAGE, Signal.Category.SPAM, strength, Map.of()));
        }
    }

    private static int weight(CharSequence text) {
        return text.chars()
                .map(c -> Character.isIdeographic(c) ? 2 : Character.isLetterOrDigit(c) ? 1 : 0)
                .sum();
    }

    /**
     * In which writing a text is.
     *
     * @param han the weight of its Han characters, each counting two letters
     * @param latin of its Latin letters
     * @param other of all other letters
     * @param size of all its letters
     */
    private record Writing(int han, int latin, int other, int size) {

        static Writing of(String text) {
            int han = 0;
            int latin = 0;
            int other = 0;
            for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
                int c = text.codePointAt(i);
                if (Character.isSupplementaryCodePoint(c)) {
                    i++;
                }
                if (Character.isLetter(c)) {
                    switch (UnicodeScript.of(c)) {
                        case HAN -> han += 2;
                        case LATIN -> latin++;
                        default -> other++;
                    }
                }
            }
            return new Writing(han, latin, other, han + latin + other);
        }

        /** Whether most of it is in one. */
        boolean isKnown() {
            return 10 * Math.max(han, Math.max(latin, other)) > 6 * size;
        }

        boolean isOther() {
            return 2 * other > size;
        }

        /** Whether a good part of the other text is in the writing that this one is mostly in. */
        boolean shares(Writing text) {
            int shared = 2 * han > size ? text.han : 2 * latin > size ? text.latin : text.other;
            return 10 * shared >= text.size;
        }
    }
}
