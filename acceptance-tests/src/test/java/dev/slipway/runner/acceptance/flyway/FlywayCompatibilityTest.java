package dev.slipway.runner.acceptance.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Reference;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database can go from Flyway to Slipway and back at any moment.
final class FlywayCompatibilityTest {
    private static final String ROWS =
            "select installed_rank, version, description, type, script, checksum, installed_by, success from flyway_schema_history order by 1";

    private final TestDatabase ours = PostgresServer.shared().createDatabase();
    private final TestDatabase theirs = PostgresServer.shared().createDatabase();

    @Test
    void leavesTheReferenceDatabaseAsFlywayWould() {
        assertThat(Reference.run(ours, "upgrade").exitCode()).isZero();
        Flyway flyway = Flyway.configure()
                .dataSource(theirs.jdbcUrl(), theirs.owner(), theirs.password())
                .locations("filesystem:" + Reference.SCRIPTS)
                .load();
        flyway.migrate();
        assertThat(rows(ours)).isEqualTo(rows(theirs)).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void isAcceptedByStockFlyway(@TempDir Path folder) {
        tricky(folder);
        Run run = Run.on(ours, folder, "upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        StockFlyway.on(ours, folder).validate();
        assertThat(StockFlyway.on(ours, folder).migrate().migrationsExecuted).isZero();
        StockFlyway.on(theirs, folder).migrate();
        assertThat(rows(ours)).isEqualTo(rows(theirs));
    }

    @Test
    void takesOverWhereFlywayStopped(@TempDir Path folder) {
        tricky(folder);
        StockFlyway.on(ours, folder).migrate();
        assertThat(Run.on(ours, folder, "upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 20\n");
        new ScriptFolder(folder).with("V21__more.sql", "create table more (id int);");
        assertThat(Run.on(ours, folder, "upgrade").exitCode()).isZero();
        StockFlyway.on(ours, folder).validate();
    }

    @Test
    void respectsABaselineOfFlyway(@TempDir Path folder) {
        ours.execute("create table users (id int)");
        new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int);")
                .with("V2__name.sql", "alter table users add name text;");
        Flyway.configure(StockFlyway.on(ours, folder).getConfiguration().getClassLoader())
                .configuration(StockFlyway.on(ours, folder).getConfiguration())
                .baselineVersion("1")
                .load()
                .baseline();
        assertThat(Run.on(ours, folder, "upgrade").out()).isEqualTo("""
                applied 2  name  TIME
                applied 1 script in TIME: app on localhost:PORT is at 2
                """);
        StockFlyway.on(ours, folder).validate();
    }

    private static void tricky(Path folder) {
        new ScriptFolder(folder)
                .with("V1__crlf.sql", "create table a (id int);\r\ninsert into a values (1);\r\n")
                .with("V1.1__byte_order_mark.sql", "\uFEFFcreate table b (id int)")
                .with("V2_5__no_last_newline.sql", "comment on table a is 'Größe; $$'")
                .with("V10__function.sql", """
                        create function f() returns int language plpgsql as $body$
                        begin return 1; -- it's $$ here
                        end $body$;
                        """)
                .with("V20.sql", "create index concurrently a_id on a (id);")
                .with("deep/er/V003__folder.sql", "create table c (id int);")
                .with("R__view.sql", "create or replace view v as select * from a;");
    }

    private static List<String> rows(TestDatabase database) {
        return database.query(ROWS).stream()
                .map(row -> row.replace(database.owner(), "owner"))
                .toList();
    }
}
