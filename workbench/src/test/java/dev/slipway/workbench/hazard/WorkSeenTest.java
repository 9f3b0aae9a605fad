package dev.slipway.workbench.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.workbench.ScriptCase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is recorded of a script is the same on an empty database and on one with rows.
final class WorkSeenTest {
    private static final String TABLES = """
            create table u (id bigint primary key, name varchar(10), state text);
            create index u_name on u (name);
            create table t (id bigint primary key, u_id bigint, n int);
            alter table t add constraint t_later check (n > 0) not valid;
            create table w (id int);
            create materialized view m as select * from w;
            create table parts (id int, n int) partition by list (id);
            create table part1 partition of parts for values in (1);
            create table part2 partition of parts default;
            create table other (id int, n int);
            """;

    private static final String ROWS = """
            insert into u select i, 'a' || i, 's' from generate_series(1, 500) i;
            insert into t select i, i, i + 1 from generate_series(1, 500) i;
            insert into parts select 1, i from generate_series(1, 500) i;
            insert into parts select 7, i from generate_series(1, 500) i;
            insert into other select 2, i from generate_series(1, 500) i;
            insert into w select i from generate_series(1, 500) i;
            refresh materialized view m;
            """;

    @TempDir
    static Path folder = Path.of(".");

    private static Scratch scratch = new Scratch(folder);

    @BeforeAll
    static void open() {
        scratch = new Scratch(folder);
    }

    static Stream<ScriptCase> scripts() {
        return ScriptCase.of(WorkSeenTest.class, "works.txt");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptDoesWithTablesWhatIsListed(ScriptCase script) {
        assertThat(lines(TABLES, script.script())).isEqualTo(script.expected());
        assertThat(lines(TABLES + ROWS, script.script())).isEqualTo(script.expected());
    }

    private static List<String> lines(String setup, String script) {
        return scratch.after(setup).works(new HazardPage.Sql(script, false)).stream()
                .map(WorkSeenTest::line)
                .toList();
    }

    private static String line(TableWork work) {
        String locks = work.locks().entrySet().stream()
                .map(lock -> "%s %s".formatted(lock.getKey(), lock.getValue().words()))
                .collect(Collectors.joining(", "));
        return "%d.%d %s %s%s"
                .formatted(
                        work.line(),
                        work.transaction(),
                        work.kind().word(),
                        work.table(),
                        locks.isEmpty() ? "" : "; " + locks);
    }
}
