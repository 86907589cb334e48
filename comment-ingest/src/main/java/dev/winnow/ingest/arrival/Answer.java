package dev.winnow.ingest.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

/** What an operation comes to. */
public sealed interface Answer {

    /**
     * 202: Kafka holds the command.
     *
     * @param kind as what it is counted
     * @param json the body
     * @param location the comment's address, where one was made
     */
    record Accepted(
            IngestMetrics.Accepted kind,
            byte[] json,
            @Nullable String location) implements Answer {}

    /** Nothing was done, or nothing for certain. */
    record Refused(Problem problem) implements Answer {}

    /**
     * 200 and a body that comes little by little, each piece sent on at once.
     *
     * @param mediaType what it is
     * @param pieces the body
     */
    record Streamed(MediaType mediaType, Flux<DataBuffer> pieces) implements Answer {}

    /** Accepted, and here is what to say of the comment: names and values without any character that JSON escapes. */
    static Answer accepted(IngestMetrics.Accepted kind, @Nullable String location, String... namesAndValues) {
        var json = new StringBuilder(192).append('{');
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.append(i == 0 ? "\"" : ",\"")
                    .append(namesAndValues[i])
                    .append("\":\"")
                    .append(namesAndValues[i + 1])
                    .append('"');
        }
        return new Accepted(kind, json.append('}').toString().getBytes(UTF_8), location);
    }
}
