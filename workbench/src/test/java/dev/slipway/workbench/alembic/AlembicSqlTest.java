package dev.slipway.workbench.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.script.ScriptProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The two files are what Alembic 1.8.1 wrote of the project beside them.
final class AlembicSqlTest {
    private static final Path CAPTURED =
            Path.of("../acceptance-tests/src/test/resources/dev/slipway/runner/acceptance/alembic/migrations");

    private final List<ScriptProblem> problems = new ArrayList<>();
    private final Map<String, AlembicVersionFile> revisions = new HashMap<>();

    @Test
    void everyRevisionHasItsParents() throws IOException {
        Map<String, RevisionSql> up = up(Files.readString(CAPTURED.resolve("upgrade.sql")));
        Map<String, RevisionSql> down = down(Files.readString(CAPTURED.resolve("downgrade.sql")));

        assertThat(problems).isEmpty();
        assertThat(up.values().stream().map(section -> section.parents() + " -> " + section.id()))
                .containsExactly(
                        "[] -> 27c6a30d7c24",
                        "[27c6a30d7c24] -> 5d1e2b8a9f03",
                        "[] -> a4b5c6d7e8f9",
                        "[5d1e2b8a9f03] -> 9c0d44e1b2a7",
                        "[27c6a30d7c24] -> 8f3a71c0de55",
                        "[8f3a71c0de55, 9c0d44e1b2a7, a4b5c6d7e8f9] -> b7e4f00d1234",
                        "[b7e4f00d1234] -> c1a2b3c4d5e6",
                        "[c1a2b3c4d5e6] -> d0e1f2a3b4c5");
        assertThat(down.keySet()).containsExactlyInAnyOrderElementsOf(up.keySet());
        down.forEach((id, section) -> assertThat(section.parents())
                .isEqualTo(Objects.requireNonNull(up.get(id)).parents()));
    }

    @Test
    void whatAlembicKeepsForItselfIsLeftOut() throws IOException {
        Map<String, RevisionSql> up = up(Files.readString(CAPTURED.resolve("upgrade.sql")));
        Map<String, RevisionSql> down = down(Files.readString(CAPTURED.resolve("downgrade.sql")));

        assertThat(sql(up, "c1a2b3c4d5e6")).isEqualTo("""
                INSERT INTO account (id, username) VALUES (1, 'O''Hara');

                INSERT INTO account (id, username) VALUES (2, '100%');

                UPDATE account SET balance = 10 WHERE username LIKE 'O%';
                UPDATE account SET balance = 20 WHERE id = 2;
                """);
        assertThat(sql(up, "b7e4f00d1234")).isEmpty();
        assertThat(sql(up, "d0e1f2a3b4c5")).isEmpty();
        assertThat(sql(down, "27c6a30d7c24")).isEqualTo("DROP TABLE account;\n");
        assertThat(sql(down, "b7e4f00d1234")).isEmpty();
    }

    @Test
    void whatCommitsByItselfHasNoTransaction() throws IOException {
        Map<String, RevisionSql> up = up(Files.readString(CAPTURED.resolve("upgrade.sql")));

        assertThat(up.values().stream()
                        .filter(section -> !section.transaction())
                        .map(RevisionSql::id))
                .containsExactly("9c0d44e1b2a7");
        assertThat(sql(up, "9c0d44e1b2a7")).isEqualTo("""
                CREATE INDEX CONCURRENTLY ix_account_last_login ON account (last_login);

                COMMENT ON INDEX ix_account_last_login IS 'who was here';
                """);
    }

    /// With `transaction_per_migration`, and a version table of another name and schema.
    @Test
    void aTransactionForEachRevisionIsNotPartOfIt() {
        Map<String, RevisionSql> up = up("""
                BEGIN;

                CREATE TABLE app.revision (
                    version_num VARCHAR(32) NOT NULL,\s
                    CONSTRAINT revision_pkc PRIMARY KEY (version_num)
                );

                -- Running upgrade  -> a

                create table a (id int);

                INSERT INTO app.revision (version_num) VALUES ('a');

                COMMIT;

                BEGIN;

                -- Running upgrade a -> b

                create function b() returns void language plpgsql as $$
                BEGIN

                COMMIT;

                -- Running upgrade x -> y
                END $$;

                UPDATE app.revision SET version_num='b' WHERE app.revision.version_num = 'a';

                COMMIT;

                """);
        Map<String, RevisionSql> down = down("""
                BEGIN;

                -- Running downgrade b -> a

                drop function b();

                UPDATE app.revision SET version_num='a' WHERE app.revision.version_num = 'b';

                COMMIT;

                BEGIN;

                -- Running downgrade a ->

                drop table a;

                DELETE FROM app.revision WHERE app.revision.version_num = 'a';

                COMMIT;

                DROP TABLE app.revision;
                """);

        assertThat(problems).isEmpty();
        assertThat(up.values()).extracting(RevisionSql::transaction).containsExactly(true, true);
        assertThat(sql(up, "a")).isEqualTo("create table a (id int);\n");
        assertThat(sql(up, "b")).isEqualTo("""
                create function b() returns void language plpgsql as $$
                BEGIN

                COMMIT;

                -- Running upgrade x -> y
                END $$;
                """);
        assertThat(down.values()).extracting(RevisionSql::transaction).containsExactly(true, true);
        assertThat(sql(down, "a")).isEqualTo("drop table a;\n");
    }

    @Test
    void faultsAreFoundWithTheirLines() {
        assertThat(up("")).isEmpty();
        up("""
                Loading settings
                BEGIN;

                SET search_path TO app;

                -- Running upgrade  -> a

                select 1;

                COMMIT;

                BEGIN;

                -- Running upgrade  -> a

                select 2;

                COMMIT;

                -- Running downgrade a ->\s
                """);

        assertThat(problems)
                .extracting(problem -> problem.where() + ": " + problem.what())
                .containsExactly(
                        "file.sql: it holds no revision",
                        "file.sql:1: this line belongs to no revision",
                        "file.sql:14: revision a is here a second time",
                        "file.sql:20: this is the output of another command");
    }

    /// Alembic changes a row for each revision that this one depends on.
    @Test
    void rowsOfDependenciesAreNotThoseOfTheRevision() {
        String sql = """
                BEGIN;

                -- Running upgrade x -> y

                select 'y';

                DELETE FROM alembic_version WHERE alembic_version.version_num = 'x';

                UPDATE alembic_version SET version_num='y' WHERE alembic_version.version_num = 'c';

                COMMIT;
                """;
        AlembicVersionFile.parse(Path.of("y.py"), "revision = 'y'\ndown_revision = 'x'\ndepends_on = 'c'\n")
                .ifPresent(file -> revisions.put("y", file));
        assertThat(up(sql).values()).extracting(RevisionSql::leftOut).containsExactly(false);
        revisions.clear();
        assertThat(up(sql).values()).extracting(RevisionSql::leftOut).containsExactly(true);
    }

    private static String sql(Map<String, RevisionSql> sections, String id) {
        return Objects.requireNonNull(sections.get(id)).sql();
    }

    private Map<String, RevisionSql> up(String text) {
        return read(Direction.UP, text);
    }

    private Map<String, RevisionSql> down(String text) {
        return read(Direction.DOWN, text);
    }

    private Map<String, RevisionSql> read(Direction direction, String text) {
        return AlembicSql.read(
                new SqlFile("file.sql", direction, text),
                new AlembicProgram("alembic", List.of()),
                revisions,
                problems::add);
    }
}
