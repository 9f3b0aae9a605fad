package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Run;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each script runs as if it were alone: nothing that one leaves in its session reaches the next, whichever way they
/// are run (temporary-tables-of-earlier-scripts).
final class LoneScriptTest {
    @RegisterExtension
    private final Project project = new Project();

    /// What one script leaves, and a question that the next one would answer with something else than `alone`.
    record Leftover(String left, String question) {
        @Override
        public String toString() {
            return left;
        }
    }

    @BeforeEach
    void begin() {
        project.with("V1__begin.sql", """
            create table notes (text text);
            create sequence numbers;
            create table parents (id int primary key);
            create table children (id int references parents deferrable initially deferred);
            """);
    }

    static Stream<Leftover> leftovers() {
        return Stream.of(
                new Leftover("create temporary table notes (text text)", "to_regclass('pg_temp.notes')::text"),
                new Leftover("create temporary view seen as select 1", "to_regclass('pg_temp.seen')::text"),
                new Leftover("create temporary sequence numbers", "to_regclass('pg_temp.numbers')::text"),
                new Leftover("create type pg_temp.mood as enum ('ok')", "to_regtype('pg_temp.mood')::text"),
                new Leftover(
                        "create function pg_temp.f() returns int language sql as 'select 1'",
                        "to_regproc('pg_temp.f')::text"),
                new Leftover("create temporary table pg_class (oid int)", "to_regclass('pg_temp.pg_class')::text"),
                new Leftover(
                        "create temporary table flyway_schema_history (installed_rank int)",
                        "to_regclass('pg_temp.flyway_schema_history')::text"),
                new Leftover("prepare plan as select 1", "(select string_agg(name, ',') from pg_prepared_statements)"),
                new Leftover(
                        "declare rows cursor with hold for select 1",
                        "(select string_agg(name, ',') from pg_cursors where name = 'rows')"),
                new Leftover("listen news", "(select string_agg(c, ',') from pg_listening_channels() as c)"),
                new Leftover("set work_mem = '77MB'", "nullif(current_setting('work_mem'), '4MB')"),
                new Leftover("set search_path = pg_temp", "nullif(current_schema(), 'public')"),
                new Leftover(
                        "select pg_advisory_lock(4711)",
                        "(select string_agg(objid::text, ',') from pg_locks where locktype = 'advisory'"
                                + " and pid = pg_backend_pid() and objid = 4711)"),
                new Leftover(
                        "set session characteristics as transaction isolation level serializable",
                        "nullif(current_setting('transaction_isolation'), 'read committed')"),
                new Leftover(
                        "set default_transaction_read_only = on",
                        "nullif(current_setting('transaction_read_only'), 'off')"));
    }

    @ParameterizedTest
    @MethodSource("leftovers")
    void findsNothingOfAnEarlierScript(Leftover leftover) {
        project.with("V2__left.sql", leftover.left() + ";")
                .with(
                        "V3__asked.sql",
                        "insert into public.notes values (coalesce(%s, 'alone'));".formatted(leftover.question()))
                .with("V4__left.sql", "-- transaction: off\n" + leftover.left() + ";\nselect 1;")
                .with(
                        "V5__asked.sql",
                        "-- transaction: off\ninsert into public.notes values (coalesce(%s, 'alone'));"
                                .formatted(leftover.question()))
                .with(
                        "R__asked.sql",
                        "insert into public.notes values (coalesce(%s, 'alone'));".formatted(leftover.question()));
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select text from public.notes")).containsExactly("alone", "alone", "alone");
    }

    @ParameterizedTest
    @MethodSource("leftovers")
    void findsNothingOfAnEarlierScriptInPsql(Leftover leftover) {
        String asked = "insert into public.notes values (coalesce(%s, 'alone'));".formatted(leftover.question());
        project.with("V2__left.sql", leftover.left() + ";")
                .with("V3__asked.sql", asked)
                .with("V4__left.sql", "-- transaction: off\n" + leftover.left() + ";\nselect 1;")
                .with("V5__asked.sql", "-- transaction: off\n" + asked);
        String sql = project.offline("upgrade", "base:head", "--sql").out();
        Psql psql = Psql.run(project.database(), sql);
        assertThat(psql.exitCode()).as(psql.err()).isZero();
        assertThat(project.query("select text from public.notes")).containsExactly("alone", "alone");
        assertThat(project.run("upgrade").out()).startsWith("nothing to do");
    }

    @Test
    void findsNoStateOfSequences() {
        project.with("V2__left.sql", "select nextval('numbers');").with("V3__asked.sql", "select currval('numbers');");
        Run run = project.run("upgrade");
        assertThat(run.err()).contains("currval of sequence \"numbers\" is not yet defined in this session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"set datestyle = 'ISO, DMY';", "select set_config('datestyle', 'ISO, DMY', true);"})
    void readsTheConstantsOfAFunctionByItsOwnSettings(String setting) {
        project.with("V2__begin.sql", """
            create function month() returns text language plpgsql as $$ begin
                return to_char('01/02/2020'::date, 'MM');
            end $$;
            """)
                .with("V3__day_first.sql", setting + "\ninsert into notes values (month());")
                .with("V4__month_first.sql", "insert into notes values (month());");
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select text from notes")).containsExactly("02", "01");
    }

    @Test
    void whatAFailedAttemptPreparedIsGoneInTheNext() {
        project.with("V2__twice.sql", """
            prepare plan as select 1;
            do $$ begin
                if nextval('numbers') < 3 then raise exception using errcode = '55P03', message = 'busy'; end if;
            end $$;
            """);
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
    }

    @Test
    void aDeferredConstraintIsCheckedWithTheSettingsOfItsScript() {
        project.with("V2__late.sql", """
            create function check_late() returns trigger language plpgsql as $$ begin
                if current_setting('app.mode', true) is distinct from 'late' then raise 'not late'; end if;
                return null;
            end $$;
            create constraint trigger late after insert on parents deferrable initially deferred
                for each row execute function check_late();
            """)
                .with("V3__late.sql", """
                    set app.mode = 'late';
                    create temporary table ids as select 7 as id;
                    insert into children select id from ids;
                    insert into parents select id from ids;
                    """)
                .with("V4__broken.sql", "insert into children values (8);");
        assertThat(project.run("upgrade").text())
                .contains("applied 3  late")
                .contains("error: script \"V4__broken.sql\" failed at its commit: insert or update on table"
                        + " \"children\"");
        assertThat(project.query("select version from flyway_schema_history")).containsExactly("1", "2", "3");
    }

    @Test
    void aTransactionMayBeginAsItNeeds() {
        project.with("V2__first.sql", """
            set transaction isolation level serializable;
            insert into notes values (current_setting('transaction_isolation'));
            """);
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.query("select text from notes")).isEqualTo(List.of("serializable"));
    }

    @Test
    void whatIsProvedSeesNothingOfAnEarlierScriptEither() {
        project.with("U1__begin.sql", "drop table notes, parents, children; drop sequence numbers;")
                .with("V2__left.sql", "create temporary table notes (other int); prepare plan as select 1;")
                .with("U2__left.sql", "create temporary table notes (other int); prepare plan as select 1;")
                .with("V3__right.sql", "alter table notes add more int; prepare plan as select 1;")
                .with("U3__right.sql", "alter table notes drop more; prepare plan as select 1;");
        ProvedScripts.write(project.folder());
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.run("downgrade", "1", "--yes").exitCode()).isZero();
        assertThat(project.run("drift").exitCode()).isZero();
    }
}
