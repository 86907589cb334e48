package dev.winnow.worker.screening;

import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is being screened: a comment with everything a screen may know, and its fields normalised once for all screens.
 *
 * @param comment the comment
 * @param policy the policy in force
 * @param context what is known beside
 * @param fields the fields of the comment that hold anything; the text comes first
 */
public record Subject(Comment comment, Policy policy, Context context, List<Part> fields) {

    public Subject {
        fields = List.copyOf(fields);
    }

    /** A comment, made ready. */
    public static Subject of(Comment comment, Policy policy, Context context) {
        var fields = new ArrayList<Part>(4);
        fields.add(Part.of(Signal.Field.TEXT, comment.text()));
        addIfAny(fields, Signal.Field.AUTHOR_NAME, comment.author().name());
        addIfAny(fields, Signal.Field.URL, comment.url());
        return new Subject(comment, policy, context, fields);
    }

    /** The comment's text. */
    public Part text() {
        return fields.get(0);
    }

    private static void addIfAny(List<Part> fields, Signal.Field field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.add(Part.of(field, value));
        }
    }

    /**
     * One field of a comment.
     *
     * @param field which
     * @param original as written
     * @param forms as normalised
     */
    public record Part(Signal.Field field, String original, NormalisedText.Forms forms) {

        static Part of(Signal.Field field, String original) {
            return new Part(field, original, NormalisedText.forms(original));
        }

        /** The form that keeps words and spaces. */
        public NormalisedText plain() {
            return forms.plain();
        }

        /** The form that models read. */
        public NormalisedText readable() {
            return forms.readable();
        }

        /** Whether much of it is in disguise, so that models read another form than the plain one. */
        public boolean isDisguised() {
            return forms.isDisguised();
        }

        /** Whether the compact form says something else than the plain one. */
        public boolean isCompacted() {
            return forms.isCompacted();
        }

        /** The form that undoes more disguises. */
        public NormalisedText compact() {
            return forms.compact();
        }
    }
}
