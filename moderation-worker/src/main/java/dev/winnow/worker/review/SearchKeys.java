package dev.winnow.worker.review;

import dev.winnow.events.Author;
import dev.winnow.events.Comment;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Signal;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;

/** By what a comment is found at the desk. */
final class SearchKeys {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;

    private SearchKeys() {}

    /**
     * By what its author is known: {@link Comment#authorKey()} where there is one, and {@code name:…}, which anybody may
     * type.
     */
    static List<String> authors(Comment comment) {
        var authors = new ArrayList<String>();
        var key = comment.authorKey();
        if (key != null) {
            authors.add(key);
        }
        authors.add(byName(comment.author()));
        return authors;
    }

    /** The author as whoever else goes by this name. */
    static String byName(Author author) {
        return "name:" + folded(author.name());
    }

    /** Which signals it has. */
    static List<String> signals(ModeratedComment event) {
        return event.verdict().signals().stream().map(Signal::name).distinct().toList();
    }

    /** Name and text, as they are searched. */
    static String words(Comment comment) {
        return folded(cut(comment.author().name(), LONGEST_NAME)) + "\n" + folded(cut(comment.text(), LONGEST_TEXT));
    }

    /** A text without case, disguises and invisible characters: who searches a word finds it however it was written. */
    static String folded(String text) {
        return NormalisedText.plain(text).toString().strip();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
