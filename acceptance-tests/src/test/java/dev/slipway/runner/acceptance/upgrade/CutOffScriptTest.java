package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Await;
import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Statements that run in no transaction are cut off in their middle: the next run needs nobody.
final class CutOffScriptTest {
    private static final String IN_USE = "insert into users values (3, 'eve')";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aTable() {
        project.with("V1__users.sql", """
            create table users (id int, name text);
            insert into users values (1, 'ada'), (2, 'bob');
            create index users_id on users (id);
            create table parts (day int) partition by list (day);
            create table part partition of parts for values in (1);
            """);
        assertThat(upgrade().exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently users_name on users (name);",
                "create unique index concurrently if not exists users_name on users (name);",
                "set search_path = pg_catalog, public; create index concurrently \"users_name\" on public . users"
                        + " (name);"
            })
    void anIndexThatWasNotBuiltIsBuiltAgain(String sql) throws Exception {
        project.with("V2__index.sql", sql);
        cutOff(IN_USE);
        assertThat(indexes()).containsExactly("users_id|t", "users_name|f");
        Run next = upgrade();
        assertThat(next.exitCode()).as(next.text()).isZero();
        assertThat(next.out()).contains("2: the invalid index public.users_name was dropped\n");
        assertThat(indexes()).containsExactly("users_id|t", "users_name|t");
    }

    @Test
    void anIndexWithoutANameIsBuiltAgainBesideOneThatIsLikeIt() throws Exception {
        project.with("V2__index.sql", "create index concurrently on users (id);");
        cutOff(IN_USE);
        assertThat(indexes()).containsExactly("users_id|t", "users_id_idx|f");
        assertThat(upgrade().out()).contains("2: the invalid index public.users_id_idx was dropped\n");
        assertThat(indexes()).containsExactly("users_id|t", "users_id_idx|t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "users_name"})
    void anIndexThatWasBuiltIsTakenAsItIs(String name) throws Exception {
        project.with(
                "V2__index.sql", "create index concurrently %s on users (lower(name)) where id > 0;".formatted(name));
        cutOff(IN_USE);
        String built = name.isEmpty() ? "users_lower_idx" : name;
        project.execute("reindex index " + built);
        Run next = upgrade();
        assertThat(next.text()).isEqualTo("""
            exit 0
            2: the index public.%s had been built
            applied 2  index  TIME
            applied 1 script in TIME: app on localhost:PORT is at 2
            """.formatted(built));
        assertThat(indexes()).containsExactly("users_id|t", built + "|t");
    }

    @Test
    void anIndexOfAnotherDefinitionIsNotTakenForIt() throws Exception {
        project.with("V2__index.sql", "create unique index concurrently users_name on users (name);");
        cutOff(IN_USE);
        project.execute("drop index users_name; create index users_name on users (name)");
        assertThat(upgrade().err()).contains("relation \"users_name\" already exists");
        project.execute("drop index users_name");
        assertThat(upgrade().exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "if not exists"})
    void anInvalidIndexOfOthersIsNotPassedOver(String ifNotExists) throws SQLException {
        invalidIndexOfOthers();
        project.with("V2__index.sql", """
            -- transaction: off
            select 1;
            create unique index concurrently %s users_name on users (name);
            """.formatted(ifNotExists));
        assertThat(upgrade().text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "V2__index.sql" builds the index public.users_name, and an invalid one of that name is there, which no query uses
              state: this run applied nothing; of 2, which runs without a transaction, 1 of 2 statements stayed applied
              help:  drop it with `drop index concurrently public.users_name`, unless somebody is building it just now, and run `upgrade` again
            """);
        assertThat(indexes()).containsExactly("users_id|t", "users_name|f");
        project.execute("drop index concurrently public.users_name");
        assertThat(upgrade().exitCode()).isZero();
        assertThat(indexes()).containsExactly("users_id|t", "users_name|t");
    }

    private void invalidIndexOfOthers() throws SQLException {
        project.execute("insert into users values (3, 'ada')");
        try (Connection other = project.database().connect();
                Statement statement = other.createStatement()) {
            statement.execute("create unique index concurrently users_name on users (name)");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("23505");
        }
        project.execute("delete from users where id = 3");
    }

    @Test
    void aBuildThatFailsOnDuplicatesNamesThemAndLeavesNothing() {
        project.execute("insert into users select n, 'name ' || n % 12 from generate_series(10, 60) as n");
        project.with(
                "V2__index.sql", "create unique index concurrently on users (lower(name), (id / 100)) where id > 9;");
        Run run = upgrade();
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err())
                .contains("Keys that occur more than once: (lower(name), (id / 100))=(name 0, 0) 5 times,")
                .contains("times, and more.\n")
                .contains("; the invalid index public.users_lower_expr_idx was dropped\n");
        assertThat(indexes()).containsExactly("users_id|t");
    }

    @Test
    void aDroppedIndexIsDroppedAgain() throws Exception {
        project.with("V2__drop.sql", "drop index concurrently users_id;");
        cutOff(IN_USE);
        assertThat(indexes()).containsExactly("users_id|f");
        assertThat(upgrade().exitCode()).isZero();
        assertThat(indexes()).isEmpty();
    }

    @Test
    void anIndexThatWasDroppedIsNotMissed() throws Exception {
        project.with("V2__drop.sql", "drop index concurrently users_id;");
        cutOff(IN_USE);
        project.execute("drop index users_id");
        assertThat(upgrade().out()).startsWith("2: the index users_id had been dropped\napplied 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reindex index concurrently users_id",
                "reindex table concurrently users",
                "reindex (verbose, concurrently) schema public"
            })
    void whatAReindexLeavesIsDropped(String sql) throws Exception {
        project.with("V2__again.sql", sql + ";");
        cutOff(IN_USE);
        assertThat(indexes()).containsExactly("users_id|t", "users_id_ccnew|f");
        Run next = upgrade();
        assertThat(next.exitCode()).as(next.text()).isZero();
        assertThat(next.out()).contains("2: the invalid index public.users_id_ccnew");
        assertThat(indexes()).containsExactly("users_id|t");
    }

    @Test
    void aPendingDetachmentIsFinalized() throws Exception {
        project.with("V2__detach.sql", "alter table parts detach partition part concurrently;");
        cutOff("select from parts");
        assertThat(upgrade().out()).contains("2: the pending detachment of part was finalized\n");
        assertThat(project.query("select count(*) from pg_inherits where inhrelid = 'part'::regclass"))
                .containsExactly("0");
    }

    @Test
    void aPartitionThatWasDetachedIsNotMissed() throws Exception {
        project.with("V2__detach.sql", "alter table parts detach partition part concurrently;");
        cutOff("select from parts");
        project.execute("alter table parts detach partition part finalize");
        assertThat(upgrade().out()).contains("2: the partition part had been detached\n");
    }

    @Test
    void whatDoesNoHarmRunsAgain() throws Exception {
        project.with("V2__vacuum.sql", "-- lock-timeout: 60s\nvacuum full users;");
        cutOff(IN_USE);
        assertThat(upgrade().exitCode()).isZero();
    }

    /// Ends the runner's session while it waits for a transaction that has done something.
    private void cutOff(String sql) throws Exception {
        try (OtherSession other = OtherSession.on(project.database(), sql);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(this::upgrade);
            endWhatWaitsFor(other);
            Run cut = run.get();
            assertThat(cut.exitCode()).as(cut.text()).isEqualTo(4);
            other.release();
        }
    }

    private void endWhatWaitsFor(OtherSession other) throws InterruptedException, SQLException {
        String waits = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and application_name = 'slipway upgrade 2'
            and %d = any(pg_blocking_pids(pid))
            """.formatted(other.process());
        Await.until(() -> !project.query(waits).isEmpty());
    }

    private Run upgrade() {
        return project.run("upgrade");
    }

    private List<String> indexes() {
        return project.query("""
            select i.relname, x.indisvalid from pg_index x join pg_class i on i.oid = x.indexrelid
            where x.indrelid = 'users'::regclass order by i.relname
            """);
    }
}
