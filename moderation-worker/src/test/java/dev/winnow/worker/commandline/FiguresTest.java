package dev.winnow.worker.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void areTheUsualOnes() {
        var figures = Figures.of(List.of(
                new Figures.Row(true, true, 0.9),
                new Figures.Row(true, false, 0.4),
                new Figures.Row(false, true, 0.6),
                new Figures.Row(false, false, 0.1),
                new Figures.Row(false, false, 0.4)));

        assertThat(figures.precision()).isEqualTo(0.5);
        assertThat(figures.recall()).isEqualTo(0.5);
        assertThat(figures.f1()).isEqualTo(0.5);
        assertThat(figures.falseAlarms()).isEqualTo(1 / 3.0);
        assertThat(figures.auc()).isCloseTo((3 + 1.5) / 6, within(1e-9));
        assertThat(figures.calibrationError()).isCloseTo((0.1 + 0.2 + 0.6 + 0.1) / 5, within(1e-9));
    }
}
