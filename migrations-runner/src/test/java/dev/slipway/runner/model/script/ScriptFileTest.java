package dev.slipway.runner.model.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.StringResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScriptFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "select 1;",
                "select 1;\n",
                "select 1;\nselect 2;\n",
                "select 1;\r\nselect 2;\r\n",
                "select 1;\rselect 2;\r",
                "select 1;\r\n\rselect 2;\n\r",
                "\n\n  select 1;  \n\n\n\tselect 2;\n\n",
                "select 'Größe, 大きさ, \uD83D\uDC18, \u2028';\n",
                "select 1;\f\u000B\u0085\n"
            })
    void hasTheChecksumOfFlyway(String text) {
        assertThat(ScriptFile.checksum(text)).isEqualTo(ChecksumCalculator.calculate(new StringResource(text)));
    }

    @Test
    void hasTheSameChecksumWhateverItsLineEnds() {
        assertThat(ScriptFile.checksum("select 1;\nselect 2;"))
                .isEqualTo(ScriptFile.checksum("select 1;\r\nselect 2;\r\n"))
                .isEqualTo(ScriptFile.checksum("select 1;\rselect 2;\r"))
                .isNotEqualTo(ScriptFile.checksum("select 1;\nselect 3;"));
    }

    @Test
    void isNamedByTheLastPartOfItsPath() {
        assertThat(new ScriptFile("2026/november/V1__a.sql", "", "").fileName()).isEqualTo("V1__a.sql");
        assertThat(new ScriptFile("V1__a.sql", "", "").fileName()).isEqualTo("V1__a.sql");
    }
}
