package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A rehearsal tries several transactions in one, and finds what is otherwise in several.
final class RehearsedChainTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void scripts(@TempDir Path folder) {
        scripts = new ScriptFolder(folder)
                .with("V1__tables.sql", """
                    create type mood as enum ('fine', 'sad');
                    create table parents (id int primary key, mood mood);
                    insert into parents values (1, 'fine');
                    create table children (
                        id int primary key,
                        parent int constraint of_parent references parents deferrable initially deferred
                    );
                    create table parts (day int) partition by list (day);
                    create table part_1 partition of parts for values in (1);
                    create table part_rest partition of parts default;
                    create index parts_day on parts (day);
                    """)
                .with("V2__second.sql", "create table second (id int);")
                .with("U2__second.sql", "drop table second;")
                .with("V3__third.sql", "create table third (id int);")
                .with("U3__third.sql", "drop table third;");
        assertThat(run("upgrade").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create index concurrently on parts (day) | cannot create index on partitioned table \"parts\" concurrently",
                "drop index concurrently parts_day | cannot drop partitioned index \"parts_day\" concurrently",
                "drop index concurrently if exists parents_pkey, children_pkey | DROP INDEX CONCURRENTLY does not support dropping multiple objects",
                "drop index concurrently parts_day cascade | DROP INDEX CONCURRENTLY does not support CASCADE",
                "alter table parts detach partition part_1 concurrently | cannot detach partitions concurrently when a default partition exists",
            })
    void whatIsRefusedConcurrentlyIsFoundBeforeTheFirstScript(String statement, String message) {
        scripts.with("U2__second.sql", "-- transaction: off\n" + statement + ";");
        assertThat(run("downgrade", "1", "--yes").text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "U2__second.sql" failed at line 2, column 1: %s
               --> FOLDER/U2__second.sql:2:1
              2 | %s;
                | ^
              sqlstate: 0A000
              state: this run took nothing back; U2 was rolled back
              help:  correct the script and run `downgrade` again
            """.formatted(message, statement));
        assertThat(run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
        assertThat(run("downgrade", "1", "--yes", "--no-rehearsal").err()).contains("column 1: " + message);
    }

    @Test
    void anEnumValueThatAnEarlierScriptAddsIsThereForTheNext() {
        scripts.with("U3__third.sql", "alter type mood add value 'glad';\ndrop table third;")
                .with("U2__second.sql", "update parents set mood = 'glad';\ndrop table second;");
        assertThat(run("downgrade", "1", "--yes").text()).isEqualTo("""
            exit 0
            losing table public.third with 0 rows
            losing whatever U2__second.sql removes: it was not tried, since it needs an enum value that is committed
            took back U3  third  TIME
            took back U2  second  TIME
            took back 2 revisions in TIME: app on localhost:PORT is at 1
            """);
        assertThat(database.query("select mood from parents")).containsExactly("glad");
    }

    @Test
    void anEnumValueThatAScriptAddsAndUsesIsRefused() {
        scripts.with("U2__second.sql", "alter type mood add value 'glad';\nupdate parents set mood = 'glad';");
        Run run = run("downgrade", "1", "--yes");
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).contains("unsafe use of new value \"glad\" of enum type mood", "took nothing back");
        assertThat(run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    @Test
    void deferredConstraintsAreDeferredInEachScript() {
        String early = "insert into children values (%1$d, %1$d);\ninsert into parents values (%1$d);\n";
        scripts.with("U3__third.sql", early.formatted(3) + "drop table third;")
                .with("U2__second.sql", early.formatted(2) + "drop table second;");
        Run run = run("downgrade", "1", "--yes");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(database.query("select id from children order by id")).containsExactly("2", "3");
    }

    @Test
    void aDeferredConstraintThatAScriptBreaksIsFound() {
        scripts.with("U2__second.sql", "insert into children values (2, 2);\ndrop table second;");
        Run run = run("downgrade", "1", "--yes");
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).contains("violates foreign key constraint \"of_parent\"", "took nothing back");
        assertThat(run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    private Run run(String... arguments) {
        return Run.on(database, scripts.path(), arguments);
    }
}
