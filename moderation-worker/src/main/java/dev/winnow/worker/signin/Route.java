package dev.winnow.worker.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One thing that can be asked of this service.
 *
 * @param method with which method; HEAD goes with GET
 * @param path at which address
 * @param least the least role that may; null for everybody, signed in or not
 * @param about what of it belongs to a site
 */
record Route(HttpMethod method, PathPattern path, @Nullable Role least, About about) {

    static Route open(HttpMethod method, String path) {
        return new Route(method, pattern(path), null, About.NO_SITE);
    }

    static Route of(Role least, HttpMethod method, String path, About about) {
        return new Route(method, pattern(path), least, about);
    }

    boolean isOpen() {
        return least == null;
    }

    boolean takes(HttpMethod asked) {
        return method.equals(asked) || (method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD));
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    /** How a request tells which sites it is about. */
    enum About {
        /** It is about none. */
        NO_SITE,
        /** The path's {@code {site}} names it. */
        SITE_IN_PATH,
        /** The query's {@code site} may name one; where it names none, the answer is about the person's sites only. */
        SITE_IN_QUERY,
        /** It is about the site of the comment that the path's {@code {id}} names. */
        COMMENT
    }
}
