package dev.winnow.articles.thread;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A whole approved thread at one moment. It never changes; what changes is which snapshot is the present one. Pages are
 * rendered when first asked for, so that a hot page costs little more than writing its bytes.
 */
public final class ThreadSnapshot {

    /** How many rendered pages one snapshot keeps; beyond, pages are rendered each time. */
    private static final int PAGES_KEPT = 16;

    private static final PublicComment[] NONE = {};

    private final PublicComment[] oldestFirst;
    private final int weight;
    private final Map<PageQuery, ThreadPage> pages = new ConcurrentHashMap<>();

    private ThreadSnapshot(PublicComment[] oldestFirst) {
        this.oldestFirst = oldestFirst;
        this.weight =
                500 + Arrays.stream(oldestFirst).mapToInt(PublicComment::weight).sum();
    }

    /** A thread of these comments, in any order. */
    public static ThreadSnapshot of(Collection<PublicComment> comments) {
        var sorted = comments.toArray(NONE);
        Arrays.sort(sorted, PublicComment.OLDEST_FIRST);
        return new ThreadSnapshot(sorted);
    }

    /** The thread after a change; this very one if the change is not newer than what it holds. */
    public ThreadSnapshot with(CommentChange change) {
        var index = indexOf(change.id());
        if (index >= 0 && !change.version().isNewerThan(oldestFirst[index].version())) {
            return this;
        }
        if (change.comment() == null) {
            return index < 0 ? this : without(index);
        }
        var rest = index < 0 ? this : without(index);
        return rest.plus(change.comment());
    }

    /** The thread without a comment; this very one if it holds none of that id. */
    public ThreadSnapshot without(String id) {
        var index = indexOf(id);
        return index < 0 ? this : without(index);
    }

    private ThreadSnapshot without(int index) {
        var fewer = new PublicComment[oldestFirst.length - 1];
        System.arraycopy(oldestFirst, 0, fewer, 0, index);
        System.arraycopy(oldestFirst, index + 1, fewer, index, fewer.length - index);
        return new ThreadSnapshot(fewer);
    }

    private ThreadSnapshot plus(PublicComment comment) {
        var index = -1 - Arrays.binarySearch(oldestFirst, comment, PublicComment.OLDEST_FIRST);
        var more = new PublicComment[oldestFirst.length + 1];
        System.arraycopy(oldestFirst, 0, more, 0, index);
        more[index] = comment;
        System.arraycopy(oldestFirst, index, more, index + 1, oldestFirst.length - index);
        return new ThreadSnapshot(more);
    }

    private int indexOf(String id) {
        for (var i = 0; i < oldestFirst.length; i++) {
            if (oldestFirst[i].id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** How many comments it has. */
    public int size() {
        return oldestFirst.length;
    }

    /** Roughly what it takes in memory, in bytes. */
    public int weight() {
        return weight;
    }

    /** All its comments, oldest first. */
    public List<PublicComment> comments() {
        return Collections.unmodifiableList(Arrays.asList(oldestFirst));
    }

    /** A page of it. */
    public ThreadPage page(PageQuery query) {
        var known = pages.get(query);
        if (known != null) {
            return known;
        }
        var page = render(query);
        if (pages.size() < PAGES_KEPT) {
            pages.put(query, page);
        }
        return page;
    }

    private ThreadPage render(PageQuery query) {
        var oldest = query.order() == Order.OLDEST;
        var first = query.after() == null ? (oldest ? 0 : oldestFirst.length - 1) : behind(query.after(), oldest);
        var left = oldest ? oldestFirst.length - first : first + 1;
        var count = Math.min(query.limit(), left);
        var page = new ArrayList<PublicComment>(count);
        for (var i = 0; i < count; i++) {
            page.add(oldestFirst[oldest ? first + i : first - i]);
        }
        return ThreadPage.of(page, left > count, oldestFirst.length);
    }

    /** The index of the first comment beyond the place: the next later one, or the next earlier one. */
    private int behind(Cursor place, boolean later) {
        var low = 0;
        var high = oldestFirst.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            var order = place.compareTo(oldestFirst[middle]);
            if (order < 0 || (order == 0 && !later)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return later ? low : low - 1;
    }
}
