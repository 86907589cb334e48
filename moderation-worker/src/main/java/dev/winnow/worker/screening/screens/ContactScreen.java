package dev.winnow.worker.screening.screens;

import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Signals;
import dev.winnow.worker.screening.Subject;
import dev.winnow.worker.screening.lists.TermAutomaton;
import dev.winnow.worker.screening.lists.TermFile;
import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ways to make contact elsewhere: a cue (加微信, 薇信, vx, Telegram…) with an account behind it, a call to do so
 * without one, telephone numbers. The cues stand in {@code screening/contact-cues.tsv}: {@code cue channel with-account
 * alone}, the last two being strengths.
 */
public final class ContactScreen implements Screen {

    /** How far behind a cue its account may begin. */
    private static final int GAP = 6;

    private static final int SHORTEST_ACCOUNT = 5;

    private final List<Cue> cues = TermFile.lines("/screening/contact-cues.tsv").stream()
            .skip(1)
            .map(Cue::of)
            .toList();
    private final TermAutomaton automaton =
            TermAutomaton.of(cues.stream().map(Cue::text).toList());

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public List<Signal> look(Subject subject) {
        var signals = new ArrayList<Signal>(0);
        for (var part : subject.fields()) {
            if (part.field() != Signal.Field.URL) {
                var contact = best(part.plain());
                if (part.isCompacted()) {
                    contact = strongest(contact, best(part.compact()));
                }
                if (part.isDisguised()) {
                    contact = strongest(contact, best(part.readable()));
                }
                if (contact != null) {
                    signals.add(signal(contact, part.field()));
                }
                phones(part, signals);
            }
        }
        return signals;
    }

    private static Signal signal(Contact contact, Signal.Field field) {
        var name = contact.account() == null ? SignalName.CONTACT_CALL : SignalName.CONTACT_DETAIL;
        var facts = contact.account() == null
                ? Map.of("channel", contact.channel())
                : Map.of("channel", contact.channel(), "account", contact.account());
        return Signals.spam(name, contact.strength(), field, List.of(contact.span()), facts);
    }

    private static void phones(Subject.Part part, List<Signal> signals) {
        var numbers = PhoneNumbers.in(part.plain());
        if (!numbers.isEmpty()) {
            var spans = numbers.stream()
                    .map(n -> part.plain().span(n.start(), n.end()))
                    .toList();
            signals.add(Signals.spam(SignalName.PHONE_NUMBER, 0.35, part.field(), spans));
        }
    }

    private @Nullable Contact best(NormalisedText text) {
        var found = new ArrayList<Contact>(0);
        automaton.find(text, (which, start, end) -> {
            if (hasBorders(text, start, end)) {
                found.add(contact(cues.get(which), text, start, end));
            }
        });
        Contact best = null;
        for (var contact : found) {
            best = strongest(best, contact);
        }
        return best == null || best.strength() <= 0 ? null : best;
    }

    private static Contact contact(Cue cue, NormalisedText text, int start, int end) {
        int from = end;
        while (from < text.length() && from - end < GAP && !isAccount(text.charAt(from))) {
            if (text.charAt(from) == '.' || text.charAt(from) == '!') {
                return cue.alone(text.span(start, end));
            }
            from++;
        }
        int to = from;
        boolean digit = false;
        while (to < text.length() && isAccount(text.charAt(to))) {
            digit |= Characters.isDigit(text.charAt(to)) || text.charAt(to) == '_';
            to++;
        }
        if (to - from < SHORTEST_ACCOUNT || !digit) {
            return cue.alone(text.span(start, end));
        }
        return cue.with(text.subSequence(from, to), text.span(start, to));
    }

    /** Latin cues end where their word does; 联系我 is not meant by 联系我们, which stands under every page. */
    private static boolean hasBorders(NormalisedText text, int start, int end) {
        boolean opens = start == 0 || !isLatin(text, start) || !isLatin(text, start - 1);
        boolean closes = end == text.length() || !isLatin(text, end - 1) || !isLatin(text, end);
        return opens && closes && (end == text.length() || text.charAt(end) != '们');
    }

    private static boolean isLatin(NormalisedText text, int index) {
        return Characters.isLatin(text.charAt(index));
    }

    private static boolean isAccount(char c) {
        return Characters.isLatin(c) || Characters.isDigit(c) || c == '_' || c == '-';
    }

    private static @Nullable Contact strongest(@Nullable Contact a, @Nullable Contact b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.strength() > a.strength() ? b : a;
    }

    private record Cue(String text, String channel, double withAccount, double alone) {

        static Cue of(String line) {
            var cells = line.split("\t");
            return new Cue(cells[0], cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
        }

        Contact alone(Span span) {
            return new Contact(channel, null, alone, span);
        }

        Contact with(String account, Span span) {
            return new Contact(channel, account, withAccount, span);
        }
    }

    private record Contact(String channel, @Nullable String account, double strength, Span span) {}
}
