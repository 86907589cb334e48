package dev.winnow.ingest.arrival;

import dev.winnow.events.TraceParent;
import dev.winnow.ingest.sites.Site;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * A request that was let in.
 *
 * @param request the request itself, its body not read yet
 * @param site the site it is about
 * @param variables the variable parts of its address
 * @param caller who sent it
 * @param bearer the token of its {@code Authorization} header, or null; the site's key has become {@link Caller#isSite}
 * @param trace the trace it belongs to
 */
public record Call(
        ServerHttpRequest request,
        Site site,
        Map<String, String> variables,
        Caller caller,
        @Nullable String bearer,
        TraceParent trace) {

    /** The site's own id of the article. */
    public String article() {
        return variables.getOrDefault("article", "");
    }

    /** The comment's id as it stands in the address. */
    public String id() {
        return variables.getOrDefault("id", "");
    }

    /** A header's value; null where it is missing. */
    public @Nullable String header(String name) {
        return request.getHeaders().getFirst(name);
    }
}
