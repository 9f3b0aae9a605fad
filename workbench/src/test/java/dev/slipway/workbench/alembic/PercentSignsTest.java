package dev.slipway.workbench.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PercentSignsTest {
    private static final String DOUBLED = "select 5 %% 2;\nselect 'a%%%%' like '%%a';\n";
    private static final String SINGLE = "select 5 % 2;\nselect 'a%%' like '%a';\n";

    private final List<ScriptProblem> problems = new ArrayList<>();

    @Test
    void thoseThatAlembicDoublesBecomeSingle() {
        assertThat(single(DOUBLED, "context.configure(url=url)")).isEqualTo(SINGLE);
        assertThat(problems).isEmpty();
    }

    @Test
    void thoseThatItDoesNotDoubleStay() {
        String named = "dialect_opts={\"paramstyle\": \"named\"}";
        assertThat(single(DOUBLED, named)).isEqualTo(DOUBLED);
        assertThat(single(SINGLE, named)).isEqualTo(SINGLE);
        assertThat(single(SINGLE, "sqlalchemy.url = postgresql+asyncpg://app")).isEqualTo(SINGLE);
        assertThat(single("select 5 % 2;", "")).isEqualTo("select 5 % 2;");
        assertThat(problems).isEmpty();
    }

    @Test
    void whatMayBeEitherIsToldWithItsLine() {
        single(DOUBLED + "select 7 % 2;\n", "");
        single(DOUBLED, "postgresql+asyncpg");
        assertThat(problems)
                .extracting(problem -> problem.where() + ": " + problem.what())
                .containsExactly(
                        "up.sql:3: this percent sign is single, and others are double",
                        "up.sql:1: whether the percent signs are doubled is not known");
    }

    private String single(String text, String environment) {
        return PercentSigns.single(new SqlFile("up.sql", Direction.UP, text), environment, problems::add);
    }
}
