package dev.winnow.ingest.arrival;

import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Whether a request's media types fit an operation. */
final class MediaTypes {

    private static final List<String> ANYTHING = List.of(MediaType.ALL_VALUE);

    private MediaTypes() {}

    /** Null where they fit, else the problem. */
    static @Nullable Problem problem(HttpHeaders headers, Operation operation) {
        var consumes = operation.consumes();
        if (consumes != null && !isSent(headers.getFirst(HttpHeaders.CONTENT_TYPE), consumes)) {
            return Problem.of(
                            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                            "Send " + consumes + " in UTF-8, and say so in Content-Type.")
                    .with("Accept", consumes.toString());
        }
        if (!isAccepted(headers, operation.produces())) {
            return Problem.of(
                    ProblemKind.NOT_ACCEPTABLE, "The answer is " + operation.produces() + ": name it in Accept.");
        }
        return null;
    }

    private static boolean isSent(@Nullable String contentType, MediaType wanted) {
        if (contentType == null) {
            return false;
        }
        try {
            var sent = MediaType.parseMediaType(contentType);
            var charset = sent.getCharset();
            return wanted.equalsTypeAndSubtype(sent) && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isAccepted(HttpHeaders headers, MediaType offered) {
        var accepts = headers.getOrEmpty(HttpHeaders.ACCEPT);
        // What nearly all send needs no parsing.
        if (accepts.isEmpty() || accepts.equals(ANYTHING)) {
            return true;
        }
        try {
            return MediaType.parseMediaTypes(accepts).stream()
                    .anyMatch(range -> range.getQualityValue() > 0 && range.includes(offered));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
