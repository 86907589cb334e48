package dev.winnow.worker.audit;

import dev.winnow.events.Decider;
import dev.winnow.events.Decision.Action;
import dev.winnow.events.Decision.Refusal;
import dev.winnow.events.EventJson;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The form in which the store keeps an entry. */
final class AuditDocument {

    static final String ID = "_id";
    static final String AT = "at";
    static final String KIND = "kind";
    static final String BY = "by";
    static final String ACTION = "action";
    static final String REASON = "reason";
    static final String NOTE = "note";
    static final String COMMENT = "comment";
    static final String SITE = "site";
    static final String ARTICLE = "article";
    static final String REVISION = "revision";
    static final String SEEN = "seen";
    static final String POLICY = "policyVersion";
    static final String SIGNALS = "signals";
    static final String REFUSED = "refused";
    static final String OVERTURNS_KIND = "overturnsKind";
    static final String OVERTURNS_BY = "overturnsBy";

    private AuditDocument() {}

    static Document of(AuditEntry entry) {
        var overturns = entry.overturns();
        return new Document(ID, entry.id())
                .append(AT, Date.from(entry.at()))
                .append(KIND, word(entry.by().kind()))
                .append(BY, entry.by().name())
                .append(ACTION, word(entry.action()))
                .append(REASON, entry.reason())
                .append(NOTE, entry.note())
                .append(COMMENT, entry.comment())
                .append(SITE, entry.site())
                .append(ARTICLE, entry.article())
                .append(REVISION, entry.revision())
                .append(SEEN, entry.seen())
                .append(POLICY, entry.policyVersion())
                .append(SIGNALS, entry.signals())
                .append(REFUSED, entry.refused() == null ? null : word(entry.refused()))
                .append(OVERTURNS_KIND, overturns == null ? null : word(overturns.kind()))
                .append(OVERTURNS_BY, overturns == null ? null : overturns.name());
    }

    static AuditEntry entry(Document document) {
        return new AuditEntry(
                document.getString(ID),
                document.getDate(AT).toInstant(),
                decider(document.getString(KIND), document.getString(BY)),
                read(document.getString(ACTION), Action.class),
                document.getString(REASON),
                document.getString(NOTE),
                document.getString(COMMENT),
                document.getString(SITE),
                document.getString(ARTICLE),
                document.getLong(REVISION),
                document.getLong(SEEN),
                document.getLong(POLICY),
                document.getList(SIGNALS, String.class, List.of()),
                maybe(document.getString(REFUSED)),
                document.getString(OVERTURNS_KIND) == null
                        ? null
                        : decider(document.getString(OVERTURNS_KIND), document.getString(OVERTURNS_BY)));
    }

    /** The word that events have for it too. */
    static String word(Enum<?> value) {
        return EventJson.MAPPER.convertValue(value, String.class);
    }

    private static Decider decider(String kind, String name) {
        return new Decider(read(kind, Decider.Kind.class), name);
    }

    private static @Nullable Refusal maybe(@Nullable String word) {
        return word == null ? null : read(word, Refusal.class);
    }

    private static <T> T read(String word, Class<T> type) {
        return EventJson.MAPPER.convertValue(word, type);
    }
}
