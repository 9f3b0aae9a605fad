package dev.slipway.backend.version;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.backend.problem.Refusal;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionsTest {
    private static final int MANY = 1_000_000;

    /// A comparison whose time grows with the square would take more than an hour.
    @ParameterizedTest
    @ValueSource(strings = {",", " ", "\"", "W/\"3\",", "\"3", "\t,\t"})
    void takeTimeThatGrowsWithTheHeader(String part) {
        String header = "x" + String.join("", Collections.nCopies(MANY, part)) + "x";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> Versions.of(header).mustHold("\"3\""))
                        .isInstanceOf(Refusal.class));
    }

    @Test
    void holdIfOneOfThemIsTheOneThatStands() {
        assertThatCode(() -> Versions.of("\"1\", \"3\"").mustHold("\"3\"")).doesNotThrowAnyException();
    }
}
