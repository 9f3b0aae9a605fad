package dev.slipway.runner.acceptance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.DatabaseText;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A script for `psql` refuses what it was not made for, and fails as the runner fails.
final class PsqlGuardTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeAll
    static void needsPsql() {
        Program.require("psql", "postgresql-client-15");
    }

    @BeforeEach
    void fourScripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;")
                .with("V3__indexes.sql", """
                        set work_mem = '8MB';
                        create index concurrently users_id on users (id);
                        create unique index concurrently users_email on users (email);
                        """)
                .with("V4__phone.sql", "alter table users add phone text;")
                .with("U4__phone.sql", "alter table users drop phone;");
    }

    @Test
    void refusesADatabaseThatIsNotThereYet() {
        project.run("upgrade", "1");

        refuses(script("2:4"), """
                ERROR:  the database is not at 2, where this script begins
                DETAIL:  it lacks 2
                HINT:  nothing was changed; if this script was run before, there is nothing left to do, else `slipway plan` makes a script for this database
                """);
    }

    @Test
    void refusesADatabaseThatIsFurther() {
        project.run("upgrade", "4");

        refuses(script("2:4"), """
                ERROR:  the database is not at 2, where this script begins
                DETAIL:  it has 3, 4 beyond that
                HINT:  nothing was changed; if this script was run before, there is nothing left to do, else `slipway plan` makes a script for this database
                """);
    }

    @Test
    void refusesRevisionsThatItDoesNotKnow() {
        project.with("V5__later.sql", "create table later (id int);");
        project.run("upgrade");
        project.without("V5__later.sql");

        refuses(script("4:3", "down"), """
                ERROR:  the database is not at 4, where this script begins
                DETAIL:  it has 5 beyond that
                HINT:  nothing was changed; if this script was run before, there is nothing left to do, else `slipway plan` makes a script for this database
                """);
    }

    @Test
    void refusesToRunTwice() {
        String made = script("base:head");
        assertThat(Psql.run(project.database(), made).out()).isEqualTo("""
                applying 1  users
                applying 2  email
                applying 3  indexes
                applying 4  phone
                done: the database is at 4
                """);

        refuses(made, """
                ERROR:  the database is not at base, where this script begins
                DETAIL:  it has 1, 2, 3, 4 beyond that
                HINT:  nothing was changed; if this script was run before, there is nothing left to do, else `slipway plan` makes a script for this database
                """);
    }

    @Test
    void refusesToRunARepeatableScriptTwice() {
        project.run("upgrade");
        project.with("R__view.sql", "create or replace view names as select email from users;");
        String made = project.run("plan").out();
        assertThat(Psql.run(project.database(), made).exitCode()).isZero();

        refuses(made, """
                ERROR:  this script was run before: R__view.sql is applied
                HINT:  nothing was changed, and there is nothing left to do
                """);
    }

    @Test
    void refusesTablesWithoutAHistory() {
        project.execute("create table theirs (id int)");

        refusesWithoutHistory(script("base:head"), """
                ERROR:  the database has tables but no history
                DETAIL:  found: theirs
                HINT:  nothing was changed; if these tables were made by the scripts, let `slipway adopt` find out how far; else use an empty database or another schema
                """);
    }

    @Test
    void refusesAnEmptyDatabaseIfItBeginsLater() {
        refusesWithoutHistory(script("2:4"), """
                ERROR:  the database has no history, and this script begins at 2
                HINT:  nothing was changed; make a script that begins at base
                """);
    }

    @Test
    void refusesWhileAnotherHoldsTheLock() throws SQLException {
        String made = script("base:head");
        try (Connection other = project.database().connect();
                Statement statement = other.createStatement()) {
            statement.execute("set application_name = 'a runner'");
            statement.execute("select pg_advisory_lock(%d)"
                    .formatted(0x466C_7977_6179L + "\"public\".\"flyway_schema_history\"".hashCode()));
            refusesWithoutHistory(made, """
                    ERROR:  another runner holds the lock
                    DETAIL:  holder: a runner, process PID
                    HINT:  nothing was changed; run it again when the other has ended
                    """);
        }
        assertThat(Psql.run(project.database(), made).exitCode()).isZero();
    }

    @Test
    void takesTheLockOfItsTableWhateverItsName() throws SQLException {
        String table = "Geschichte \"ä\" 🚢";
        String made = project.run("plan", "base:head", "--history-table", table).out();
        try (Connection other = project.database().connect();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(%d)"
                    .formatted(0x466C_7977_6179L
                            + "\"public\".\"%s\""
                                    .formatted(table.replace("\"", "\"\""))
                                    .hashCode()));
            assertThat(Psql.run(project.database(), made).refusal())
                    .startsWith("ERROR:  another runner holds the lock\n");
        }
        assertThat(Psql.run(project.database(), made).err()).isEmpty();
        assertThat(project.run("upgrade", "--history-table", table).out()).startsWith("nothing to do");
    }

    @Test
    void refusesToBeOneTransaction() {
        Psql psql = Psql.run(project.database(), script("base:head"), "--single-transaction");

        assertThat(psql.exitCode()).isEqualTo(3);
        assertThat(psql.refusal()).isEqualTo("""
                ERROR:  this script has transactions of its own
                HINT:  run it without --single-transaction
                """);
    }

    @Test
    void refusesAScriptThatIsUnderWay() {
        project.run("upgrade", "2");
        project.execute("insert into users values (1, 'a'), (2, 'a')");
        assertThat(project.run("upgrade").exitCode()).isEqualTo(6);

        refuses(script("2:4"), """
                ERROR:  a script was begun and has not come to its end: V3__indexes.sql
                HINT:  nothing was changed; finish it with `slipway upgrade` or `slipway downgrade`
                """);
    }

    private String script(String range) {
        return script(range, "up");
    }

    private String script(String range, String direction) {
        Run made = project.run(direction.equals("up") ? "upgrade" : "downgrade", range, "--sql");
        assertThat(made.exitCode()).as(made.text()).isZero();
        return made.out();
    }

    private void refuses(String script, String expected) {
        DatabaseText before = DatabaseText.of(project.database());
        Psql psql = Psql.run(project.database(), script);
        assertThat(psql.refusal()).isEqualTo(expected);
        assertThat(psql.exitCode()).isEqualTo(3);
        assertThat(psql.out()).isEmpty();
        assertThat(DatabaseText.of(project.database())).isEqualTo(before);
    }

    private void refusesWithoutHistory(String script, String expected) {
        Psql psql = Psql.run(project.database(), script);
        assertThat(psql.refusal()).isEqualTo(expected);
        assertThat(psql.exitCode()).isEqualTo(3);
        assertThat(project.query("select to_regclass('flyway_schema_history')")).containsExactly("");
    }
}
