package dev.slipway.workbench.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Where a revision ends in SQL: as it should, by a commit of its own, or where Alembic stopped.
final class AlembicSqlCutOffTest {
    private final List<ScriptProblem> problems = new ArrayList<>();

    @Test
    void whatEndsWithoutARowAndWithoutCommitIsCutOff() {
        Map<String, RevisionSql> up = up("""
                BEGIN;

                -- Running upgrade  -> a

                select 1;

                INSERT INTO alembic_version (version_num) VALUES ('a');

                -- Running upgrade a -> b

                select 2;

                """);
        assertThat(up.values().stream().filter(section -> !section.whole()).map(RevisionSql::id))
                .containsExactly("b");
        assertThat(problems).isEmpty();
    }

    @Test
    void whatSomebodyCommitsIsWholeAndTheRestFollows() {
        String end = """
                COMMIT;

                BEGIN;

                -- Running upgrade b -> c

                select 4;

                UPDATE alembic_version SET version_num='c' WHERE alembic_version.version_num = 'b';

                COMMIT;
                """;
        String start = """
                BEGIN;

                -- Running upgrade a -> b

                select 2;

                """;
        Map<String, RevisionSql> up = up(start + "select 3;\n\n" + end);
        assertThat(up.values()).extracting(RevisionSql::whole).containsExactly(true, true);
        assertThat(sql(up, "b")).isEqualTo("select 2;\n\nselect 3;\n");
        assertThat(up.values()).extracting(RevisionSql::transaction).containsExactly(true, true);

        up = up(start + end.substring("COMMIT;\n\n".length()));
        assertThat(up.values()).extracting(RevisionSql::whole).containsExactly(false, true);
        assertThat(problems).isEmpty();
    }

    /// As `alembic upgrade b:heads --sql` writes branches again that are there already.
    @Test
    void whatIsHereTwiceAndSaysTheSameCountsOnce() {
        String section = """
                BEGIN;

                -- Running upgrade  -> a

                select 1;

                INSERT INTO alembic_version (version_num) VALUES ('a');

                COMMIT;

                """;
        String cutOff = """
                BEGIN;

                -- Running upgrade  -> a

                """;
        assertThat(sql(up(section + section), "a")).isEqualTo("select 1;\n");
        assertThat(sql(up(cutOff + section), "a")).isEqualTo("select 1;\n");
        assertThat(sql(up(section + cutOff), "a")).isEqualTo("select 1;\n");
        assertThat(problems).isEmpty();
    }

    /// `op.execute("COMMIT")`, as it was done before there were blocks that commit by themselves.
    @Test
    void aCommitOfItsOwnEndsTheTransaction() {
        Map<String, RevisionSql> up = up("""
                BEGIN;

                -- Running upgrade a -> b

                COMMIT;

                create index concurrently i on a (id);

                UPDATE alembic_version SET version_num='b' WHERE alembic_version.version_num = 'a';

                COMMIT;
                """.replace("\n", "\r\n"));

        assertThat(up.values()).extracting(RevisionSql::transaction).containsExactly(false);
        assertThat(sql(up, "b")).isEqualTo("create index concurrently i on a (id);\n");
    }

    private static String sql(Map<String, RevisionSql> sections, String id) {
        return Objects.requireNonNull(sections.get(id)).sql();
    }

    private Map<String, RevisionSql> up(String text) {
        return AlembicSql.read(
                new SqlFile("file.sql", Direction.UP, text),
                new AlembicProgram("alembic", List.of()),
                Map.of(),
                problems::add);
    }
}
