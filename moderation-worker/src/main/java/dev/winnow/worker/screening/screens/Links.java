package dev.winnow.worker.screening.screens;

import dev.winnow.worker.screening.lists.TermFile;
import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds links in a normalised text: with a scheme, with {@code www.}, or a bare host of a common top-level domain. */
final class Links {

    private static final Set<String> COMMON_DOMAINS = Set.copyOf(TermFile.lines("/screening/common-domains.txt"));

    /** More than any text needs to be seen for what it is. */
    private static final int MOST = 50;

    private Links() {}

    /** The links of a text, in order. */
    static List<Link> in(NormalisedText text) {
        var links = new ArrayList<Link>(0);
        int free = 0;
        for (int i = 1; i < text.length() - 1 && links.size() < MOST; i++) {
            if (text.charAt(i) == '.' && i >= free) {
                var link = around(text, i, free);
                if (link != null) {
                    links.add(link);
                }
                free = link == null ? hostEnd(text, i) : link.end();
            }
        }
        return links;
    }

    private static @Nullable Link around(NormalisedText text, int dot, int free) {
        int start = dot;
        while (start > free && isHost(text.charAt(start - 1))) {
            start--;
        }
        int end = hostEnd(text, dot);
        while (end > dot && !Characters.isWord(text.charAt(end - 1))) {
            end--;
        }
        if (start == dot || end <= dot + 1) {
            return null;
        }
        var host = text.subSequence(start, end);
        boolean scheme = start >= 3
                && text.charAt(start - 1) == '/'
                && text.charAt(start - 2) == '/'
                && text.charAt(start - 3) == ':';
        if (!scheme && !isBareHost(text, host, start, end)) {
            return null;
        }
        int from = scheme ? schemeStart(text, start - 3) : start;
        return new Link(host, from, start, end, addressEnd(text, end));
    }

    private static boolean isBareHost(NormalisedText text, String host, int start, int end) {
        boolean address = start > 0 && text.charAt(start - 1) == '@' || end < text.length() && text.charAt(end) == '@';
        boolean call = end < text.length() && text.charAt(end) == '(';
        if (address || call) {
            return false;
        }
        return host.startsWith("www.") || COMMON_DOMAINS.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    private static int hostEnd(NormalisedText text, int i) {
        while (i < text.length() && isHost(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int schemeStart(NormalisedText text, int i) {
        while (i > 0 && Characters.isLatin(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static int addressEnd(NormalisedText text, int i) {
        while (i < text.length()
                && text.charAt(i) > ' '
                && text.charAt(i) < '\u00FF'
                && "\"'<>()".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static boolean isHost(char c) {
        return Characters.isWord(c) || c == '.' || c == '-';
    }

    /**
     * A link, in indices of the normalised text.
     *
     * @param host its host
     * @param start where it begins, scheme included
     * @param hostStart where its host begins
     * @param hostEnd where its host ends
     * @param end where it ends, path included
     */
    record Link(String host, int start, int hostStart, int hostEnd, int end) {}
}
