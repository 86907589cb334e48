package dev.winnow.events;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TraceParentTest {

    private static final String HEADER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aTraceIsContinuedInANewSpan() {
        var here = TraceParent.continuedFrom(HEADER);

        assertThat(here.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(here.spanId()).isNotEqualTo("00f067aa0ba902b7");
        assertThat(here.flags()).isEqualTo("01");
        assertThat(here.next().traceId()).isEqualTo(here.traceId());
    }

    @Test
    void whatTheStandardForbidsStartsANewTrace() {
        assertThat(TraceParent.continuedFrom(HEADER.replace("00-4", "ff-4")).traceId())
                .doesNotStartWith("4bf92f35");
        assertThat(TraceParent.continuedFrom("00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")
                        .traceId())
                .isNotEqualTo("0".repeat(32));
        assertThat(TraceParent.continuedFrom(HEADER.toUpperCase(java.util.Locale.ROOT))
                        .traceId())
                .doesNotStartWith("4BF9");
    }

    @Property
    void anythingGivesAWellFormedHeader(@ForAll String header) {
        assertThat(TraceParent.continuedFrom(header).header()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }
}
