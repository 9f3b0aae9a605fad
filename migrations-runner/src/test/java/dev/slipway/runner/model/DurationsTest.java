package dev.slipway.runner.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "0s, PT0S",
        "1ms, PT0.001S",
        "500ms, PT0.5S",
        "2s, PT2S",
        "10m, PT10M",
        "999999999ms, PT277H46M39.999S"
    })
    void readsNumbersWithAUnit(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "2 s", " 2s", "1.5s", "-1s", "+1s", "1h", "2S", "s", "1000000000ms", "1m30s"})
    void refusesOtherForms(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.999S, 999 ms",
        "PT1S, 1.0 s",
        "PT3.456S, 3.4 s",
        "PT59.999S, 59.9 s",
        "PT60S, 1 min 0 s",
        "PT125S, 2 min 5 s",
        "PT1H2M3S, 62 min 3 s"
    })
    void areShortForPeople(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
    }
}
