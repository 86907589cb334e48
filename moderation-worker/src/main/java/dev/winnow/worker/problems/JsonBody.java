package dev.winnow.worker.problems;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request's body as one JSON object, strictly and within a bound. */
public final class JsonBody {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** How long a body may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private JsonBody() {}

    /**
     * The fields of a request's body.
     *
     * @param request the request
     * @param maxBytes how large its body may be
     */
    public static Mono<JsonFields> read(ServerHttpRequest request, int maxBytes) {
        if (!isJson(request)) {
            return problem(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
        }
        if (request.getHeaders().getContentLength() > maxBytes) {
            return tooLarge(maxBytes);
        }
        return DataBufferUtils.join(request.getBody(), maxBytes)
                .map(JsonBody::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(
                        PATIENCE,
                        problem(ProblemKind.TIMEOUT, "The body did not arrive within " + PATIENCE.toSeconds() + " s."))
                .onErrorResume(DataBufferLimitException.class, e -> tooLarge(maxBytes))
                .flatMap(JsonBody::fields);
    }

    private static Mono<JsonFields> fields(byte[] body) {
        JsonNode tree;
        try {
            tree = STRICT.readTree(body);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            return problem(ProblemKind.MALFORMED, "The body is not JSON" + where + ".");
        }
        if (tree.isMissingNode()) {
            return problem(ProblemKind.MALFORMED, "The body is empty; a JSON object is expected.");
        }
        return tree.isObject()
                ? Mono.just(new JsonFields(tree))
                : Mono.error(Problem.invalid("body", "be a JSON object").asException());
    }

    private static boolean isJson(ServerHttpRequest request) {
        try {
            var type = request.getHeaders().getContentType();
            return type != null && MediaType.APPLICATION_JSON.includes(type);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static <T> Mono<T> tooLarge(int maxBytes) {
        return problem(ProblemKind.TOO_LARGE, "The body may have %d bytes at most.".formatted(maxBytes));
    }

    private static <T> Mono<T> problem(ProblemKind kind, String detail) {
        return Mono.error(Problem.of(kind, detail).asException());
    }
}
