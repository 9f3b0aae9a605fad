package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Upgrades in which a script does something else than when it was proved.
final class UnprovedResultTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void proveTwoRevisions() {
        project.with("V1__users.sql", "create table users (id int primary key);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", "alter table users add email text;")
                .with("U2__email.sql", "alter table users drop email;");
        prove();
    }

    private void prove() {
        assertThat(Proved.on(project.folder()).text()).contains("manifest.json");
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    @Test
    void aScriptThatDoesSomethingElseHereIsRolledBack() {
        project.with("V3__phone.sql", """
            alter table users add phone text;
            do $$ begin
              if exists (select from users) then
                alter table users add fax text;
                alter table users drop email;
              end if;
            end $$;
            """).with("U3__phone.sql", "alter table users drop phone;");
        prove();
        run("upgrade", "1");
        project.execute("insert into users values (1)");
        assertThat(run("upgrade")).isEqualTo("""
            exit 6
            applied 2  email  TIME
            --- stderr
            error: script "V3__phone.sql" does something else here than when it was proved
              2 objects differ (- as proved, + in the database):
                column public.users.email is missing
                  - text
                column public.users.fax is only in the database
                  + text
              state: 2 stayed applied; 3 was rolled back
              help:  find what in the script depends on this database, its data, settings or version, correct it, run `prove` (`prove --all` if it is the value of a placeholder), and then `upgrade` again; if others changed these objects meanwhile, only run `upgrade` again; if it is the server that does this, `upgrade --accept-drift` takes these objects as they are, and records it
            """);
        assertThat(project.query("select attname from pg_attribute where attrelid = 'users'::regclass and attnum > 0"
                        + " order by 1"))
                .containsExactly("email", "id");
        assertThat(project.query("select version from flyway_schema_history order by installed_rank"))
                .containsExactly("1", "2");
        assertThat(project.query("select installed_rank from flyway_schema_history_fingerprint order by 1"))
                .containsExactly("1", "2");
        project.execute("delete from users");
        assertThat(run("upgrade")).endsWith("applied 1 script in TIME: app on localhost:PORT is at 3\n");
    }

    @Test
    void aScriptWithoutATransactionThatDoesSomethingElseIsKeptForAnotherLook() {
        project.with("V3__index.sql", """
            -- transaction: off
            create index concurrently email on users (email);
            do $$ begin
              if exists (select from users) then create index more on users (id); end if;
            end $$;
            """).with("U3__index.sql", "drop index email;");
        prove();
        run("upgrade", "2");
        project.execute("insert into users values (1)");
        String refused = """
            exit 6
            %s--- stderr
            error: script "V3__index.sql" does something else here than when it was proved
              1 object differs (- as proved, + in the database):
                index public.more is only in the database
                  + CREATE INDEX more ON public.users USING btree (id)
              state: this run applied nothing; of 3, which runs without a transaction, 2 of 2 statements stayed applied
              help:  make these objects what was proved and run `upgrade` again, which has nothing left to do of 3 but to look; `upgrade --accept-drift` takes them as they are
            """;
        assertThat(run("upgrade")).isEqualTo(refused.formatted(""));
        assertThat(run("upgrade")).isEqualTo("""
            exit 3
            --- stderr
            error: the schema of database app on localhost:PORT is not the one that was proved for 2
              1 object differs (- as proved, + in the database):
                index public.more is only in the database
                  + CREATE INDEX more ON public.users USING btree (id)
              state: nothing was changed
              help:  take back what was done by hand, or write a revision that does it; `upgrade --accept-drift` leaves these objects as they are and goes on
            """);
        assertThat(project.query("select success from flyway_schema_history where version = '3'"))
                .containsExactly("f");
        project.execute("drop index more");
        assertThat(run("upgrade")).isEqualTo("""
            exit 0
            3 was begun before: going on after statement 2 of 2
            applied 3  index  TIME
            applied 1 script in TIME: app on localhost:PORT is at 3
            """);
    }

    @Test
    void withoutATransactionDriftCanBeAcceptedInTheEnd() {
        project.with("V3__index.sql", """
            -- transaction: off
            create index concurrently email on users (email);
            do $$ begin
              if exists (select from users) then create index more on users (id); end if;
            end $$;
            """).with("U3__index.sql", "drop index email;");
        prove();
        run("upgrade", "2");
        project.execute("insert into users values (1)");
        run("upgrade");
        assertThat(run("upgrade", "--accept-drift")).isEqualTo("""
            exit 0
            continuing although index public.more is only in the database
            3 was begun before: going on after statement 2 of 2
            applied 3  index  TIME
            applied 1 script in TIME: app on localhost:PORT is at 3
            """);
    }

    @Test
    void aScriptWithoutATransactionThatFailedGoesOnAndIsHeldToItsWholeProof() {
        project.with("V3__index.sql", """
            -- transaction: off
            create index concurrently email on users (email);
            create unique index concurrently mail on users (email);
            """).with("U3__index.sql", "drop index email; drop index mail;");
        prove();
        run("upgrade", "2");
        project.execute("insert into users values (1, 'a'), (2, 'a')");
        assertThat(run("upgrade")).startsWith("exit 6\n").contains("1 of 2 statements stayed applied");
        project.execute("delete from users");
        assertThat(run("upgrade")).isEqualTo("""
            exit 0
            3 was begun before: going on after statement 1 of 2
            applied 3  index  TIME
            applied 1 script in TIME: app on localhost:PORT is at 3
            """);
    }

    @Test
    void aScriptWhoseResultCannotBeReadIsRolledBack() throws SQLException {
        project.with("V3__phone.sql", """
            alter table users add phone text;
            do $$ begin
              if to_regproc('ops.hide_types') is not null then execute 'select ops.hide_types()'; end if;
            end $$;
            """).with("U3__phone.sql", "alter table users drop phone;");
        prove();
        run("upgrade", "1");
        hideTypes();
        assertThat(run("upgrade")).isEqualTo("""
            exit 4
            applied 2  email  TIME
            --- stderr
            error: could not compare what script "V3__phone.sql" did with what was proved: permission denied for function format_type
              sqlstate: 42501
              state: 2 stayed applied; 3 was rolled back
              help:  see the server's message and its log, and run `upgrade` again
            """);
    }

    /// Gives the script a function after which nobody but a superuser may read columns.
    private void hideTypes() throws SQLException {
        try (Connection superuser = project.database()
                        .server()
                        .connectAsSuperuser(project.database().name());
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                create schema ops;
                grant usage on schema ops to public;
                create function ops.hide_types() returns void language sql security definer
                as 'revoke execute on function pg_catalog.format_type(oid, int) from public'
                """);
        }
    }
}
