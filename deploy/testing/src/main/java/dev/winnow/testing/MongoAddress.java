package dev.winnow.testing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection string in its parts, so that each test can have a database of its own on the same server.
 *
 * @param scheme with the slashes
 * @param login user and password with the at sign, or empty
 * @param hosts one or more hosts with ports
 * @param database the one that was named, or empty; logins are looked up in it
 * @param options without the question mark, or empty
 */
record MongoAddress(String scheme, String login, String hosts, String database, String options) {

    private static final Pattern PARTS =
            Pattern.compile("(mongodb(?:\\+srv)?://)([^@/]*@)?([^@/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    static MongoAddress parse(String uri) {
        var parts = PARTS.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException("This is no MongoDB connection string, which begins with mongodb://");
        }
        return new MongoAddress(
                parts.group(1),
                orEmpty(parts.group(2)),
                parts.group(3),
                orEmpty(parts.group(4)),
                orEmpty(parts.group(5)));
    }

    String withDatabase(String wanted) {
        var all = loginMovesAway() ? joined("authSource=" + (database.isEmpty() ? "admin" : database)) : options;
        return scheme + login + hosts + "/" + wanted + (all.isEmpty() ? "" : "?" + all);
    }

    private boolean loginMovesAway() {
        return !login.isEmpty() && !options.contains("authSource=");
    }

    private String joined(String option) {
        return options.isEmpty() ? option : options + "&" + option;
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }
}
