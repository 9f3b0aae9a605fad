package dev.slipway.runner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionTest {
    @ParameterizedTest
    @CsvSource({
        "1, <, 2",
        "2, <, 10",
        "1.2, <, 1.10",
        "1, <, 1.1",
        "1.0, =, 1",
        "1.0.0, =, 1",
        "1.0.1, >, 1",
        "1_2, =, 1.2",
        "007, =, 7",
        "1.02, =, 1.2",
        "0, =, 0.0",
        "0, <, 0.1",
        "2026_11_21, <, 2026.11.22",
        "20261121093000, <, 20261121093001",
        "999999999999999999, <, 1000000000000000000",
        "9223372036854775807, <, 9223372036854775808",
        "9223372036854775808, >, 9223372036854775807.1",
        "99999999999999999999, <, 100000000000000000000"
    })
    void comparesPartByPart(String left, String sign, String right) {
        int expected = "<=>".indexOf(sign) - 1;
        assertThat(Version.of(left).compareTo(Version.of(right))).isEqualTo(expected);
        assertThat(Version.of(right).compareTo(Version.of(left))).isEqualTo(-expected);
        assertThat(Version.of(left).equals(Version.of(right))).isEqualTo(expected == 0);
    }

    @Test
    void hasTheOrderEqualityAndTextOfFlyway() {
        List<String> texts = randomVersions();
        for (String left : texts) {
            Version ours = Version.of(left);
            MigrationVersion theirs = MigrationVersion.fromVersion(left);
            assertThat(ours).hasToString(theirs.getVersion());
            for (String right : texts) {
                Version other = Version.of(right);
                MigrationVersion theirOther = MigrationVersion.fromVersion(right);
                assertThat(ours.compareTo(other))
                        .as("%s against %s", left, right)
                        .isEqualTo(Integer.signum(theirs.compareTo(theirOther)));
                assertThat(ours.equals(other)).as("%s equals %s", left, right).isEqualTo(theirs.equals(theirOther));
                assertThat(!ours.equals(other) || ours.hashCode() == other.hashCode())
                        .as("hashes of %s and %s", left, right)
                        .isTrue();
            }
        }
    }

    /// Few digits and many zeros, so that equal versions of different length are frequent.
    private static List<String> randomVersions() {
        Random random = new Random(20_261_121);
        List<String> versions = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            StringBuilder version = new StringBuilder().append(random.nextInt(3));
            for (int part = random.nextInt(4); part > 0; part--) {
                version.append(random.nextBoolean() ? '.' : '_')
                        .append("0".repeat(random.nextInt(3)))
                        .append(random.nextInt(4) == 0 ? random.nextLong(Long.MAX_VALUE) : random.nextInt(3));
            }
            versions.add(version.toString());
        }
        return versions;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "v1", "1.", ".1", "1..2", "1__2", "-1", "1a", "1 2", "1-2", "head", "\u0661"})
    void refusesOtherForms(String text) {
        assertThat(Version.parse(text)).isEmpty();
        assertThatThrownBy(() -> Version.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a version: \"" + text + "\"");
    }
}
