package dev.slipway.runner.acceptance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.DatabaseText;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A script for `psql` begins where a database is, and leaves it where a run would.
final class PsqlProgressTest {
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
    void withADatabaseItGoesOnWithAScriptThatIsUnderWay() {
        project.run("upgrade", "2");
        project.execute("insert into users values (1, 'a'), (2, 'a')");
        project.run("upgrade");
        project.execute("delete from users");

        Psql psql = Psql.run(project.database(), project.run("plan").out());

        assertThat(psql.exitCode()).as(psql.err()).isZero();
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 4\n");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void countsABaselineAsAllItStandsFor() {
        project.execute("create table users (id int, email text)");
        StockFlyway.baseline(project.database(), project.folder(), "2.0");

        refuses(script("1:4"), """
            ERROR:  the database is not at 1, where this script begins
            DETAIL:  it has 2 beyond that
            HINT:  nothing was changed; if this script was run before, there is nothing left to do, else `slipway plan` makes a script for this database
            """);
        assertThat(Psql.run(project.database(), script("2:4")).err()).isEmpty();
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 4\n");
    }

    @Test
    void takesNoPartOfABaselineBack() {
        project.execute("create table users (id int, email text)");
        StockFlyway.baseline(project.database(), project.folder(), "4");

        refuses(script("4:3", "down"), """
            ERROR:  the database is not at 4, where this script begins
            DETAIL:  it lacks 4 (part of the baseline)
            HINT:  nothing was changed; if this script was run before, there is nothing left to do, else `slipway plan` makes a script for this database
            """);
    }

    @Test
    void aTransactionThatFailsLeavesNothingAndTheRunnerGoesOn() {
        project.with("V4__phone.sql", "alter table users add phone text;\nselect 1 / 0;");
        Psql psql = Psql.run(project.database(), script("base:head"));

        assertThat(psql.exitCode()).isEqualTo(3);
        assertThat(psql.refusal()).isEqualTo("ERROR:  division by zero\n");
        assertThat(project.query("select version, success from flyway_schema_history order by 1"))
                .containsExactly("1|t", "2|t", "3|t");
        project.with("V4__phone.sql", "alter table users add phone text;");
        assertThat(project.run("upgrade").out()).contains("applied 4  phone").endsWith("is at 4\n");
    }

    @Test
    void aScriptWithoutATransactionThatFailsLeavesWhatTheRunnerLeaves() {
        TestDatabase other = PostgresServer.shared().createDatabase();
        for (TestDatabase each : List.of(project.database(), other)) {
            Run.on(each, project.folder(), "upgrade", "2");
            each.execute("insert into users values (1, 'a'), (2, 'a')");
        }
        assertThat(Psql.run(project.database(), script("2:4")).exitCode()).isEqualTo(3);
        assertThat(Run.on(other, project.folder(), "upgrade").exitCode()).isEqualTo(6);

        // the runner has dropped the index that was not built
        project.execute("drop index users_email");
        assertThat(DatabaseText.of(project.database())).isEqualTo(DatabaseText.of(other));

        project.execute("delete from users");
        assertThat(project.run("upgrade").out())
                .contains("3 was begun before: going on after statement 2 of 3")
                .endsWith("is at 4\n");
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
}
