package dev.winnow.worker.screening.screens;

import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Signals;
import dev.winnow.worker.screening.Subject;
import dev.winnow.worker.screening.lists.TermFile;
import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links: how many, where to, dressed up as what, with how much text, and in the author's name. One link is no crime. */
public final class LinkScreen implements Screen {

    private static final Set<String> SHORTENERS = Set.copyOf(TermFile.lines("/screening/link-shorteners.txt"));

    /** With fewer letters than this beside it, a link is the message. */
    private static final int LITTLE_TEXT = 12;

    @Override
    public String name() {
        return "links";
    }

    @Override
    public List<Signal> look(Subject subject) {
        var signals = new ArrayList<Signal>(0);
        for (var part : subject.fields()) {
            var links = Links.in(part.plain());
            if (links.isEmpty()) {
                continue;
            }
            for (var link : links) {
                lookAtHost(link, part, signals);
            }
            if (part.field() == Signal.Field.TEXT) {
                count(links, part, signals);
            } else if (part.field() == Signal.Field.AUTHOR_NAME) {
                signals.add(Signals.spam(SignalName.LINK_IN_NAME, 0.6, part.field(), spans(links, part)));
            }
        }
        return signals;
    }

    private static void lookAtHost(Links.Link link, Subject.Part part, List<Signal> signals) {
        var facts = Map.of("host", link.host());
        var spans = List.of(part.plain().span(link.start(), link.end()));
        if (SHORTENERS.contains(link.host()) || SHORTENERS.contains(withoutWww(link.host()))) {
            signals.add(Signals.spam(SignalName.SHORTENED_LINK, 0.35, part.field(), spans, facts));
        }
        if (link.host().chars().allMatch(c -> c == '.' || Characters.isDigit((char) c))) {
            signals.add(Signals.spam(SignalName.NUMBER_LINK, 0.3, part.field(), spans, facts));
        }
        if (isDressed(link, part) || link.host().contains("xn--")) {
            signals.add(Signals.spam(SignalName.LOOKALIKE_LINK, 0.6, part.field(), spans, facts));
        }
    }

    private static void count(List<Links.Link> links, Subject.Part part, List<Signal> signals) {
        if (links.size() >= 3) {
            double strength = links.size() >= 6 ? 0.7 : 0.4;
            var facts = Map.of("count", Integer.toString(links.size()));
            signals.add(Signals.spam(SignalName.MANY_LINKS, strength, part.field(), spans(links, part), facts));
        }
        if (lettersBeside(links, part.plain()) < LITTLE_TEXT) {
            signals.add(Signals.spam(SignalName.LINK_WITH_LITTLE_TEXT, 0.3, part.field(), spans(links, part)));
        }
    }

    /** Whether the host was written with other characters than it seems to be; a Chinese full stop is a slip. */
    private static boolean isDressed(Links.Link link, Subject.Part part) {
        var text = part.plain();
        for (int i = text.from(link.hostStart()); i < text.to(link.hostEnd() - 1); i++) {
            char c = part.original().charAt(i);
            if (c >= 0x80 && "。．｡".indexOf(c) < 0) {
                return true;
            }
        }
        return false;
    }

    private static int lettersBeside(List<Links.Link> links, NormalisedText text) {
        int letters = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            if (next < links.size() && i == links.get(next).start()) {
                i = links.get(next++).end() - 1;
            } else if (!Characters.isSeparator(text.charAt(i))) {
                letters += Characters.isHan(text.charAt(i)) ? 2 : 1;
            }
        }
        return letters;
    }

    private static List<Span> spans(List<Links.Link> links, Subject.Part part) {
        return links.stream()
                .map(link -> part.plain().span(link.start(), link.end()))
                .toList();
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
