package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.engine.plan.ResumePoint;
import dev.slipway.runner.model.script.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Proved scripts without a transaction that came to a stop on the way.
final class BegunScriptTest {
    @RegisterExtension
    private final Project project = new Project();

    /// Each fails where there are users.
    @BeforeEach
    void proveAndStopInTheMiddle() {
        project.with("V1__users.sql", "create table users (id int primary key);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", """
                    -- transaction: off
                    alter table users add email text;
                    do $$ begin if exists (select from users) then raise 'there are users'; end if; end $$;
                    create index concurrently users_email on users (email);
                    """)
                .with("U2__email.sql", """
                    -- transaction: off
                    do $$ begin if exists (select from users) then raise 'there are users'; end if; end $$;
                    drop index concurrently if exists users_email;
                    alter table users drop email;
                    """)
                .with("V3__phone.sql", "-- revises: 1\\nalter table users add phone text;".replace("\\n", "\n"))
                .with("U3__phone.sql", "alter table users drop phone;")
                .with("V4__phone_index.sql", "create index concurrently users_phone on users (phone);")
                .with("U4__phone_index.sql", "drop index concurrently users_phone;");
        ProvedScripts.write(project.folder());
        run("upgrade", "1");
    }

    /// As a kill leaves it that comes after the first statement of a script, and before the row that says so.
    private void killAfter(String sql, int stood) {
        int checksum = ResumePoint.begun(List.of(new Statement(sql, 1, 1, null)), 0, stood);
        project.execute("""
            update flyway_schema_history set success = false, checksum = %d
            where installed_rank = (select max(installed_rank) from flyway_schema_history)
            """.formatted(checksum));
    }

    @Test
    void whatWasKilledBeforeItsRowSaidSoIsNoDrift() {
        run("upgrade", "4");
        killAfter("create index concurrently users_phone on users (phone)", 0);
        assertThat(run("drift")).startsWith("exit 0\n");
        assertThat(run("upgrade", "4")).isEqualTo("""
            exit 0
            4: the index public.users_phone had been built
            applied 4  phone index  TIME
            applied 1 script in TIME: app on localhost:PORT is at 4
            """);
        assertThat(run("drift")).startsWith("exit 0\n");
    }

    @Test
    void whatWasKilledOnTheWayBackIsNoDriftEither() {
        run("upgrade", "4");
        run("downgrade", "3", "--yes");
        killAfter("drop index concurrently users_phone", 1);
        assertThat(run("downgrade", "3", "--yes"))
                .startsWith("exit 0\n")
                .contains("U4: the index users_phone had been dropped\n");
        assertThat(run("drift")).startsWith("exit 0\n");
        assertThat(run("upgrade", "4")).startsWith("exit 0\n");
    }

    @Test
    void anIndexThatWasBeingBuiltAnewIsNoDrift() throws IOException {
        Files.delete(project.folder().resolve("manifest.json"));
        project.with("V5__anew.sql", "reindex index concurrently users_phone;");
        ProvedScripts.write(project.folder());
        run("upgrade", "5");
        killAfter("reindex index concurrently users_phone", 0);
        leaveInvalid("users_phone_ccnew");
        assertThat(run("drift")).startsWith("exit 0\n");
        assertThat(run("upgrade", "5")).isEqualTo("""
            exit 0
            5: the invalid index public.users_phone_ccnew was dropped
            applied 5  anew  TIME
            applied 1 script in TIME: app on localhost:PORT is at 5
            """);
        assertThat(run("drift")).startsWith("exit 0\n");
    }

    /// A unique index cannot be built over rows that are alike.
    private void leaveInvalid(String index) {
        project.execute("insert into users values (1), (2)");
        assertThatThrownBy(() -> project.execute("create unique index concurrently %s on users ((0))".formatted(index)))
                .hasStackTraceContaining("could not create unique index");
        project.execute("delete from users");
    }

    private void stopInTheMiddle() {
        project.execute("insert into users values (1)");
        assertThat(run("upgrade", "2")).startsWith("exit 6\n").contains("1 of 3 statements stayed applied");
        project.execute("delete from users");
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    @Test
    void whatItDidIsNoDriftForOthers() {
        stopInTheMiddle();
        assertThat(run("drift")).isEqualTo("""
            exit 0
            no drift: app on localhost:PORT is at 1, and all 3 objects are as they were proved
            """);
        assertThat(run("upgrade", "3")).startsWith("exit 0\napplied 3  phone");
        assertThat(run("upgrade", "heads")).startsWith("exit 0\n2 was begun before: going on after statement 1 of 3\n");
        assertThat(run("drift")).startsWith("exit 0\n");
    }

    @Test
    void driftWritesNoSqlThatTakesItBack() {
        stopInTheMiddle();
        project.execute("alter table users add more int");
        assertThat(run("drift"))
                .startsWith("exit 1\ncolumn public.users.more is only in the database\n")
                .contains("a script is under way: run `upgrade`, which goes on from there, and ask again")
                .doesNotContain("public.users.email");
    }

    @Test
    void itCanBeTakenBack() {
        stopInTheMiddle();
        assertThat(run("downgrade", "1", "--yes"))
                .startsWith("exit 0\n")
                .endsWith("took back 1 revision in TIME: app on localhost:PORT is at 1\n");
        assertThat(run("drift")).startsWith("exit 0\n");
        assertThat(run("upgrade", "2")).startsWith("exit 0\n");
    }

    @Test
    void anUndoScriptThatStoppedAtItsFirstStatementIsTriedAgain() {
        run("upgrade", "2");
        project.execute("insert into users values (1)");
        assertThat(run("downgrade", "1", "--yes", "--no-rehearsal"))
                .startsWith("exit 6\n")
                .contains("0 of 3 statements stayed applied");
        project.execute("delete from users");
        assertThat(run("downgrade", "1", "--yes")).startsWith("exit 0\n");
        assertThat(run("drift")).startsWith("exit 0\n");
    }
}
