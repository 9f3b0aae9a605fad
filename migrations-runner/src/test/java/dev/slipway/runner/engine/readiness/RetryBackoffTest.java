package dev.slipway.runner.engine.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryBackoffTest {
    @ParameterizedTest
    @CsvSource({"1,80,120", "2,160,240", "3,320,480", "6,2560,3840", "7,4000,6000", "100000,4000,6000"})
    void doublesThePauseUpToTheLongest(int attempt, long least, long most) {
        for (int i = 0; i < 100; i++) {
            assertThat(RetryBackoff.NORMAL.pause(attempt)).isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
        }
    }
}
