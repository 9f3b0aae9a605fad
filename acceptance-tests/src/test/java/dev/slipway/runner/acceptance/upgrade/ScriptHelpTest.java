package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is said and done if the server refuses a statement for a reason that the script does not mean.
final class ScriptHelpTest {
    private static final long DEADLINE = 60_000_000_000L;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoTables() {
        project.with("V1__tables.sql", """
            create table parents (id int primary key);
            create table users (id int primary key references parents deferrable initially deferred);
            insert into parents values (1);
            insert into users values (1);
            create sequence tries;
            create procedure commits() language plpgsql as $$ begin commit; end $$;
            """);
        upgrade();
    }

    private Run upgrade() {
        return project.run("upgrade");
    }

    @Test
    void aDateStyleThatTheDriverDoesNotReadIsNamed() {
        project.with("V2__days.sql", "set datestyle = 'German, DMY';\ncreate table days (day date);");
        assertThat(upgrade().text()).isEqualTo("""
            exit 4
            --- stderr
            error: the connection was lost while 2 ran
              server: The server's DateStyle parameter was changed to German, DMY. The JDBC driver requires DateStyle to begin with ISO for correct operation.
              state: this run applied nothing; the server rolls 2 back, unless its commit had reached it
              help:  let the script keep DateStyle at ISO, without which the driver breaks the connection; if it was applied elsewhere as it is, run what `plan` writes with psql
            """);
    }

    @Test
    void aCopyWhoseRowsNobodyReadsOrSendsIsNamed() {
        project.with("V2__out.sql", "copy users to stdout;");
        assertThat(upgrade().text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "V2__out.sql" failed at line 1, column 1: nobody reads the rows of a COPY ... TO STDOUT
               --> FOLDER/V2__out.sql:1:1
              1 | copy users to stdout;
                | ^
              sqlstate: 0A000
              hint: let it write to a file of the server, or take it out of the script and run it with psql
              state: this run applied nothing; 2 was rolled back
              help:  correct the script and run `upgrade` again
            """);
        project.with("V2__out.sql", "copy users from stdin");
        assertThat(upgrade().err()).contains("""
            failed at line 1, column 1: no rows follow the COPY ... FROM STDIN
            """, """
              hint: end it with ; and let its rows follow on lines of their own, and after them a line \\.
            """);
    }

    @Test
    void theEncodingOfADumpIsPassedOver() {
        project.with("V2__dump.sql", """
            -- of an old database
            SET client_encoding = 'LATIN1';
            set session client_encoding to "SQL_ASCII"; set names 'latin2'; set local client_encoding = utf8;
            create table grüße (id int);
            """);
        assertThat(upgrade().text()).isEqualTo("""
            exit 0
            V2__dump.sql:2: NOTICE: the setting of client_encoding is passed over: scripts are sent in UTF-8, whatever the encoding of a dump
            V2__dump.sql:3: NOTICE: the setting of client_encoding is passed over: scripts are sent in UTF-8, whatever the encoding of a dump
            V2__dump.sql:3: NOTICE: the setting of client_encoding is passed over: scripts are sent in UTF-8, whatever the encoding of a dump
            applied 2  dump  TIME
            applied 1 script in TIME: app on localhost:PORT is at 2
            """);
        assertThat(project.database().query("select relname from pg_class where relname like 'gr_%e'"))
                .containsExactly("grüße");
    }

    @Test
    void aProcedureThatCommitsNeedsNoTransaction() {
        project.with("V2__call.sql", "select 1; call commits();");
        assertThat(upgrade().text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "V2__call.sql" failed at line 1, column 11: invalid transaction termination
               --> FOLDER/V2__call.sql:1:11
              1 | select 1; call commits();
                |           ^
              sqlstate: 2D000
              context: PL/pgSQL function commits() line 1 at COMMIT
              state: this run applied nothing; 2 was rolled back
              help:  it cannot run in a transaction: write `-- transaction: off` into the first comments of the script, or, if it was applied elsewhere, `executeInTransaction=false` into "V2__call.sql.conf" beside it, and run `upgrade` again
            """);
        project.with("V2__call.sql.conf", "executeInTransaction=false\n");
        assertThat(upgrade().exitCode()).isZero();
    }

    @Test
    void whatCannotRunInATransactionSaysSo() {
        project.with("V2__vacuum.sql", "do $$ begin execute 'vacuum'; end $$;");
        assertThat(upgrade().err()).contains("sqlstate: 25001", "`-- transaction: off`");
    }

    @Test
    void aTableInUseByTheScriptItselfNeedsAScriptOfItsOwn() {
        project.with(
                "V2__both.sql",
                "insert into parents values (2); insert into users values (2); alter table users add name text;");
        assertThat(upgrade().err())
                .contains(
                        "cannot ALTER TABLE \"users\" because it has pending trigger events",
                        "  sqlstate: 55006\n",
                        "2 was rolled back\n",
                        "  help:  give the statement a script of its own, which runs when nothing uses the object any"
                                + " more, and run `upgrade` again\n");
    }

    @Test
    void anExtensionThatTheServerLacksIsInstalledThere() {
        project.with("V2__maps.sql", "create extension no_such_extension;");
        assertThat(upgrade().err())
                .contains(
                        "  sqlstate: 0A000\n",
                        "  help:  have the extension installed on the server, and run `upgrade` again\n");
    }

    @Test
    void aSerializationFailureIsTriedAgain() {
        project.with("V2__late.sql", """
            do $$ begin
                if nextval('tries') < 3 then
                    raise exception 'not yet' using errcode = 'serialization_failure';
                end if;
            end $$;
            """);
        assertThat(upgrade().text()).startsWith("""
            exit 0
            2 could not be serialized with another transaction and was rolled back, attempt 1 (TIME of 10 min TIME); next in TIME
            2 could not be serialized with another transaction and was rolled back, attempt 2 (TIME of 10 min TIME); next in TIME
            applied 2  late  TIME
            """);
    }

    @Test
    void aDeadlockIsTriedAgain() throws Exception {
        project.with("V2__both.sql", """
            -- lock-timeout: 30s
            update parents set id = 1;
            select pg_sleep(0.1);
            lock table users;
            """);
        try (Connection other = project.database()
                        .server()
                        .connectAsSuperuser(project.database().name());
                Statement statement = other.createStatement();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            statement.execute("set deadlock_timeout = '1min'");
            other.setAutoCommit(false);
            statement.execute("lock table users");
            Callable<Run> upgrade = this::upgrade;
            Future<Run> run = thread.submit(upgrade);
            awaitWaiter();
            statement.execute("lock table parents");
            other.rollback();
            assertThat(run.get().text())
                    .startsWith("exit 0\n2 ran into a deadlock")
                    .contains("""
                         and was rolled back, attempt 1 (TIME of 10 min TIME); next in TIME
                        applied 2  both  TIME
                        """);
        }
    }

    private void awaitWaiter() {
        long start = System.nanoTime();
        while (project.query("select pid from pg_stat_activity where datname = current_database() "
                        + "and wait_event_type = 'Lock'")
                .isEmpty()) {
            assertThat(System.nanoTime() - start).isLessThan(DEADLINE);
        }
    }

    @Test
    void whatWasTemporaryInTheFirstPartIsSaidToBeGone() {
        project.with("V2__parts.sql", """
            -- transaction: off
            create temporary table found as select id from users;
            select 1 / (nextval('tries') - 1);
            """);
        assertThat(upgrade().err())
                .contains("of 2, which runs without a transaction, 1 of 2 statements stayed applied");
        assertThat(upgrade().out())
                .startsWith("2 was begun before: going on after statement 1 of 2; "
                        + "what was temporary before it, such as tables, is gone\napplied 2  parts  TIME\n");
    }
}
