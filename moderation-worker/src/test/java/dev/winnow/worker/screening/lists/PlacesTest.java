package dev.winnow.worker.screening.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlacesTest {

    @Property
    void coverWhatLiesWithinOneOfThem(@ForAll("places") List<Span> places, @ForAll("place") Span asked) {
        boolean within = places.stream().anyMatch(place -> place.from() <= asked.from() && asked.to() <= place.to());

        assertThat(new Places(places).cover(asked)).isEqualTo(within);
    }

    @Provide
    Arbitrary<List<Span>> places() {
        return place().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Span> place() {
        return Arbitraries.integers()
                .between(0, 12)
                .flatMap(from -> Arbitraries.integers().between(from + 1, 13).map(to -> new Span(from, to)));
    }
}
