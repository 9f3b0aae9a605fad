package dev.slipway.runner.engine.revision;

import static dev.slipway.runner.Given.repeatable;
import static dev.slipway.runner.Given.scripts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NextVersionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:05.123Z");

    @ParameterizedTest
    @CsvSource({
        "7, 8",
        "9, 10",
        "0, 1",
        "001, 002",
        "099, 100",
        "999, 1000",
        "99999999999999999999999, 100000000000000000000000",
        "1.2, 1.3",
        "1.9, 1.10",
        "1.0, 1.1",
        "2_0_9, 2_0_10",
        "1.02, 1.03",
        "2026.1, 2026.2"
    })
    void numbersGoOn(String highest, String next) {
        assertThat(NextVersion.after(highest, NOW)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "20251224180000, 20261121093005",
        "202512241800, 202611210930",
        "20251224, 20261121",
        "20251224180000999, 20261121093005123",
        "20251224_180000, 20261121_093005",
        "20251224.1800, 20261121.0930",
        "2025_12_24, 2026_11_21",
        "2025.12.24.18.00.00, 2026.11.21.09.30.05",
        "2025_12_24_180000, 2026_11_21_093005"
    })
    void momentsAreFollowedByNowInTheSameForm(String highest, String next) {
        assertThat(NextVersion.after(highest, NOW)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "20261121093005, 20261121093006",
        "20301231235959, 20310101000000",
        "203012312359, 203101010000",
        "20261121, 20261122",
        "2026_11_30, 2026_12_01",
        "20301231_235959, 20310101_000000",
        "20261121093005123, 20261121093005124"
    })
    void aMomentThatIsNotPastIsFollowedByTheNextOne(String highest, String next) {
        assertThat(NextVersion.after(highest, NOW)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "20251224_7, 20261121_1",
        "20251224.07, 20261121.01",
        "2025.12.24.3, 2026.11.21.1",
        "20261121_1, 20261121_2",
        "20261121_009, 20261121_010",
        "20301231_1, 20301231_2"
    })
    void daysAreCountedOn(String highest, String next) {
        assertThat(NextVersion.after(highest, NOW)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "20261321, 20261322",
        "20260230, 20260231",
        "00000007, 00000008",
        "20261121250000, 20261121250001",
        "1763717405, 1763717406",
        "10000000000000, 10000000000001"
    })
    void numbersThatAreNoMomentGoOn(String highest, String next) {
        assertThat(NextVersion.after(highest, NOW)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "009",
                "1.9",
                "1.0.0",
                "20261121",
                "20261121093005",
                "20991231235959",
                "20261121_9",
                "2026_11_21",
                "20261121.2359",
                "2026.12.31"
            })
    void theNextOneIsAlwaysHigher(String highest) {
        assertThat(Version.of(NextVersion.after(highest, NOW))).isGreaterThan(Version.of(highest));
    }

    @Test
    void theFirstOneIs1() {
        assertThat(NextVersion.after(scripts(), Naming.FLYWAY, NOW)).isEqualTo("1");
        assertThat(NextVersion.after(scripts(repeatable("views", "select 1;")), Naming.FLYWAY, NOW))
                .isEqualTo("1");
    }

    @Test
    void theHighestOneIsFollowedAsItsFileIsNamed() {
        assertThat(NextVersion.after(
                        scripts(named("V1__a.sql", "1"), named("old/V2025_12_24__b.sql", "2025.12.24")),
                        Naming.FLYWAY,
                        NOW))
                .isEqualTo("2026_11_21");
        assertThat(NextVersion.after(
                        scripts(named("V1_5.SQL", "1.5"), named("V1_4__b.sql", "1.4")), Naming.FLYWAY, NOW))
                .isEqualTo("1_6");
    }

    private static Script.Versioned named(String path, String version) {
        return new Script.Versioned(
                Version.of(version), "a", new ScriptFile(path, "/scripts/" + path, "select 1;"), Header.NONE);
    }
}
