package dev.winnow.bench.screening;

import dev.winnow.events.Author;
import dev.winnow.events.Comment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** 200 comments of about sixty characters, half Chinese and half English, one in ten bad. */
final class SampleComments {

    static final List<String> TEXTS = texts();

    static final List<Comment> COMMENTS =
            TEXTS.stream().map(SampleComments::comment).toList();

    private SampleComments() {}

    private static List<String> texts() {
        try (var in = SampleComments.class.getResourceAsStream("comments.txt")) {
            if (in == null) {
                throw new IllegalStateException("comments.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Comment comment(String text) {
        return new Comment(
                "01900000-0000-7000-8000-000000000000",
                "default",
                "article",
                null,
                new Author("reader", null, null, false),
                text,
                null,
                Instant.EPOCH,
                null,
                null,
                false);
    }
}
