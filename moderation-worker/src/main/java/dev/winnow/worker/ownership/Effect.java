package dev.winnow.worker.ownership;

import java.util.Locale;

/** What a command did to a comment. */
public enum Effect {
    /** It changed the comment or its history. */
    NEW,
    /** It was taken before; the comment as it stands is sent again. */
    REDELIVERED,
    /** A later record that says nothing new: only the revision moves. */
    NOTHING_NEW,
    /** A decision that came too late; it goes into the history with the reason. */
    REFUSED,
    /** A decision on a text that the owner has not taken yet, or not again since a crash; it is applied with that text. */
    WAITING,
    /** It asks something of a comment that was never submitted; nothing is kept of it. */
    UNKNOWN;

    /** The word used in metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
