package dev.winnow.articles.query;

import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** What all of the reading API has in common. */
final class Reading {

    static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    static final String REVALIDATE = "no-cache";

    private Reading() {}

    /** Whether a request is for reading JSON. */
    static boolean isAskedFor(HttpMethod method, HttpHeaders headers) {
        return METHODS.contains(method) && takesJson(headers);
    }

    private static boolean takesJson(HttpHeaders headers) {
        // What nearly all send needs no parsing.
        if (MediaType.ALL_VALUE.equals(headers.getFirst(HttpHeaders.ACCEPT))) {
            return true;
        }
        var accepted = headers.getAccept();
        return accepted.isEmpty() || accepted.stream().anyMatch(MediaType.APPLICATION_JSON::isCompatibleWith);
    }
}
