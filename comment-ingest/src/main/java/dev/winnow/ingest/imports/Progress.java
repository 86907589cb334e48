package dev.winnow.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.events.EventJson;
import dev.winnow.ingest.problems.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import's answer says, line by line, as the outcomes come in the order of the lines. It keeps counts and a bounded
 * number of refusals. One for each import; its callers take turns.
 */
final class Progress {

    private final ImportSettings settings;
    private final List<Map<String, Object>> refusals = new ArrayList<>();
    private long read;
    private long taken;
    private long refused;
    private long through;
    private long saidAt = System.nanoTime();

    Progress(ImportSettings settings) {
        this.settings = settings;
    }

    /** Counts a line that Kafka holds, and says how far all is, if it is time to. */
    List<byte[]> taken(Outcome.Taken outcome) {
        taken++;
        return counted(outcome.line(), new ArrayList<>(1));
    }

    /** Counts a refused line and names it, as long as there are not too many. */
    List<byte[]> refused(Outcome.Refused outcome) {
        refused++;
        var said = new ArrayList<byte[]>(2);
        if (refusals.size() < settings.refusalsNamed()) {
            var refusal = refusal(outcome);
            refusals.add(refusal);
            said.add(line("refused", refusal));
        }
        return counted(outcome.line(), said);
    }

    /** The end of an import that was read to its end. */
    byte[] done() {
        var done = counts();
        done.put("refusedLines", refusals);
        done.put("more", refused - refusals.size());
        return line("done", done);
    }

    /** The end of an import that broke off: every line up to {@code takenThrough} was taken or refused. */
    byte[] brokenOff(Problem problem, String instance) {
        var error = problem.fields(instance);
        error.put("takenThrough", through);
        error.putAll(counts());
        return line("error", error);
    }

    private List<byte[]> counted(long line, List<byte[]> said) {
        read++;
        through = line;
        if (System.nanoTime() - saidAt >= settings.progressEvery().toNanos()) {
            saidAt = System.nanoTime();
            said.add(line("progress", counts()));
        }
        return said;
    }

    private Map<String, Object> counts() {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("read", read);
        counts.put("taken", taken);
        counts.put("refused", refused);
        return counts;
    }

    private static Map<String, Object> refusal(Outcome.Refused outcome) {
        var refusal = new LinkedHashMap<String, Object>();
        refusal.put("line", outcome.line());
        refusal.put("detail", outcome.problem().detail());
        if (!outcome.problem().errors().isEmpty()) {
            refusal.put("errors", outcome.problem().errors());
        }
        return refusal;
    }

    private static byte[] line(String name, Map<String, Object> value) {
        return (EventJson.MAPPER.writeValueAsString(Map.of(name, value)) + "\n").getBytes(UTF_8);
    }
}
