package dev.winnow.articles.article;

import dev.winnow.articles.problem.Problem;
import dev.winnow.articles.problem.Problem.FieldError;
import dev.winnow.articles.problem.Problem.Kind;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.events.Article;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * What a site sends to register an article.
 *
 * @param title its title
 * @param url its address, or null
 * @param publishedAt when it was published, RFC 3339, or null
 * @param text its text, or null
 * @param comments {@code open} or {@code closed}, or null for open
 */
record Registration(
        @Nullable String title,
        @Nullable String url,
        @Nullable String publishedAt,
        @Nullable String text,
        @Nullable String comments) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_TEXT = 200_000;

    /** Nothing is guessed: unknown fields, numbers for words, two fields of one name and a second document are errors. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /** Reads a body. */
    static Registration read(byte[] body) {
        try {
            var read = MAPPER.readValue(body, Registration.class);
            if (read == null) {
                throw Problem.of(Kind.MALFORMED, "The body must be a JSON object.")
                        .exception();
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw Problem.invalid(e.getPropertyName(), "be left out: there is no such field")
                    .exception();
        } catch (MismatchedInputException e) {
            var field = e.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(name -> name != null)
                    .collect(Collectors.joining("."));
            throw (field.isEmpty()
                            ? Problem.of(Kind.MALFORMED, "The body must be one JSON object and nothing else.")
                            : Problem.invalid(field, "be a string"))
                    .exception();
        } catch (JacksonException e) {
            throw Problem.of(Kind.MALFORMED, "The body is not JSON.").exception();
        }
    }

    /** The article, if every field keeps the rules. */
    Article article(ThreadKey thread, Instant now) {
        var errors = new ArrayList<FieldError>();
        check("title", title, LONGEST_TITLE, true, errors);
        check("text", text, LONGEST_TEXT, false, errors);
        if (url != null && !isWebAddress(url)) {
            errors.add(new FieldError("url", "be an absolute http or https address of at most 2000 characters"));
        }
        var published = published(errors);
        if (comments != null && !comments.equals("open") && !comments.equals("closed")) {
            errors.add(new FieldError("comments", "be open or closed"));
        }
        if (title == null || !errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        var taken = "closed".equals(comments) ? Article.Comments.CLOSED : Article.Comments.OPEN;
        return new Article(thread.site(), thread.article(), title.strip(), url, published, text, taken, now);
    }

    private static void check(
            String field, @Nullable String value, int longest, boolean oneLine, List<FieldError> errors) {
        var fits = value == null
                ? !oneLine
                : !(oneLine && value.isBlank())
                        && value.codePointCount(0, value.length()) <= longest
                        && value.codePoints().noneMatch(c -> isUnfit(c, oneLine));
        if (!fits) {
            errors.add(new FieldError(
                    field,
                    (oneLine ? "be one line of 1 to " : "be at most ") + longest
                            + " characters without control characters"));
        }
    }

    private static boolean isUnfit(int c, boolean oneLine) {
        var breaks = c == '\n' || c == '\r' || c == '\t';
        return (Character.isISOControl(c) && (oneLine || !breaks))
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isWebAddress(String url) {
        try {
            var uri = URI.create(url);
            return url.length() <= LONGEST_URL
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable Instant published(List<FieldError> errors) {
        if (publishedAt == null) {
            return null;
        }
        try {
            var time = OffsetDateTime.parse(publishedAt);
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        errors.add(new FieldError("publishedAt", "be a time as RFC 3339 has it, such as 2025-06-20T16:36:49Z"));
        return null;
    }
}
