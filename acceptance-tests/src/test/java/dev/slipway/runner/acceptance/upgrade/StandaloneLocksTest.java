package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A script without a transaction waits for locks no longer than another, but where it makes nobody wait.
final class StandaloneLocksTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aTable() {
        project.with("V1__users.sql", """
            create table users (id int primary key);
            create table parts (day int) partition by list (day);
            create table part partition of parts for values in (1);
            """);
        assertThat(upgrade().exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table users add name text;",
                "vacuum full users;",
                "reindex schema public;",
                "begin; alter table users add name text; commit;",
                "do $$ begin alter table users add name text; commit; end $$;"
            })
    void triesAgainWhenATableIsBusy(String sql) throws Exception {
        project.with(
                "V2__busy.sql",
                "-- transaction: off\n-- lock-timeout: 100ms\nset work_mem = '8MB'; %s vacuum users;".formatted(sql));
        Run run = whileInUse("select from users");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.out()).startsWith("2 (statement 2 of ").contains("could not get its locks");
    }

    @Test
    void waitsForThoseWhoUseATableWhoseIndexItBuilds() throws Exception {
        project.with("V2__index.sql", "-- lock-timeout: 100ms\ncreate index concurrently users_id on users (id);");
        assertThat(whileInUse("insert into users values (1)").out()).startsWith("applied 2  index");
    }

    @Test
    void finalizesADetachmentThatWasNotDoneInTime() throws Exception {
        project.with("V2__detach.sql", "-- lock-timeout: 100ms\nalter table parts detach partition part concurrently;");
        Run run = whileInUse("select from parts");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.out())
                .contains("could not get its locks")
                .contains("2: the pending detachment of part was finalized\n");
    }

    @Test
    void keepsToTheTimeoutThatAScriptSets() throws Exception {
        project.with("V2__set.sql", """
            -- transaction: off
            set lock_timeout = '7s';
            create table seen as select current_setting('lock_timeout') as timeout;
            create index concurrently users_id on users (id);
            insert into seen values (current_setting('lock_timeout'));
            discard all;
            insert into seen values (current_setting('lock_timeout'));
            """);
        Run run = project.run("upgrade", "--lock-timeout", "3s");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select timeout from seen")).containsExactly("7s", "7s", "3s");
    }

    /// Runs while another transaction uses something for a second.
    /// The other session stays ten times as long as the lock timeout, from when it is waited for.
    private Run whileInUse(String sql) throws Exception {
        try (OtherSession other = OtherSession.on(project.database(), sql);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(this::upgrade);
            OtherSession.awaitWaiting(project.database(), 1);
            Thread.sleep(1000);
            other.release();
            return run.get();
        }
    }

    private Run upgrade() {
        return project.run("upgrade");
    }
}
