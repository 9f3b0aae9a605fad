package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scripts that give names by the moment, by chance or by the place, on a database on which it is another day than
/// where they were proved: a cousin of `time-dependent`.
final class VaryingNamesTest {
    private static final String LOG = """
        -- allow: time-dependent the application makes the others
        create table log (id int, at timestamptz not null default pg_catalog.now(), what text) partition by range (at);
        do $$ begin
          execute format('create table log_%s partition of log for values from (%L) to (%L)',
            to_char(now(), 'YYYY_MM'), date_trunc('month', now()), date_trunc('month', now() + interval '1 month'));
          execute format('alter table log_%s add primary key (id)', to_char(now(), 'YYYY_MM'));
        end $$;
        """;

    @RegisterExtension
    private final Project project = new Project();

    private void succeeds(String... arguments) {
        Run run = project.run(arguments);
        assertThat(run.exitCode()).as(run.text()).isZero();
    }

    /// What the server says of the time is found in a schema before that of PostgreSQL.
    @BeforeEach
    void anotherDay() {
        project.execute("create schema later");
        project.execute("create function later.now() returns timestamptz stable language sql"
                + " as $$ select pg_catalog.now() + interval '45 days' $$");
        project.execute("create function later.version() returns text stable language sql as $$ select 'other 9' $$");
        project.execute("do $$ begin execute format('alter database %I set search_path = public, later, pg_catalog',"
                + " current_database()); end $$");
    }

    @Test
    void aPartitionIsCalledByTheMonth() {
        project.with("V1__log.sql", LOG)
                .with("U1__log.sql", "drop table log;\n")
                .with("V2__more.sql", """
                    -- allow: blocking-index nobody writes yet
                    create index on log (at);
                    alter table log add more text;
                    """)
                .with("U2__more.sql", """
                    -- allow: blocking-index nobody writes yet
                    drop index log_at_idx;
                    alter table log drop more;
                    """);
        Run proved = Proved.on(project.folder());
        assertThat(proved.exitCode()).as(proved.text()).isZero();
        succeeds("upgrade", "1");
        succeeds("upgrade");
        succeeds("check");
        succeeds("drift", "--ignore-schema", "later");
        succeeds("downgrade", "base", "--yes");
        succeeds("upgrade");
        project.execute("drop table flyway_schema_history");
        succeeds("adopt", "--ignore-schema", "later");
        project.execute("alter table log alter what set not null");
        assertThat(project.run("drift", "--ignore-schema", "later").out())
                .contains("column public.log.what differs", "column public.log_<number>_<number>.what differs");
    }

    @Test
    void theProofTellsOfIt() {
        project.with("V1__log.sql", LOG.substring(LOG.indexOf('\n') + 1));
        assertThat(Proved.on(project.folder()).out().lines().filter(line -> line.contains("time-dependent: ")))
                .containsExactly("FOLDER/V1__log.sql:2: time-dependent: table public.log_<number>_<number> is called"
                        + " otherwise after each run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "execute format('create table day_%s (id int)', to_char(now(), 'YYYYMMDD'))",
                "execute format('create schema archive_%s', extract(year from now() + interval '1 year'))",
                "create table t (id int); execute format('create index t_%s on t (id)', to_char(now(), 'YYYY_MM_DD'))",
                "execute format('create sequence seq_%s', to_char(now(), 'IYYY_IW'))",
                "execute format('create table %I (id int)', 'tmp-' || gen_random_uuid())",
                "execute format('create table tmp_%s (id int)', (random() * 1000000000)::bigint)",
                "execute format('create table tx_%s (id int)', txid_current())",
                "execute format('create table of_%s (id int)', current_user)",
                "execute format('create table %I (id int)', 'in_' || current_database())",
                "execute format('create table %I (id int)', 'on_v' || substring(version() from '\\d+'))",
                "execute format('create table %I (id int)', gen_random_uuid())",
                "execute format('create table at_%s (id int)', to_char('now'::timestamp, 'YYYYMMDD'))",
                "create schema authorization current_user; execute format('create table %I.t (id int)', current_user)",
                "execute format('create table %I (id int primary key)', current_user)",
            })
    void otherNames(String statement) {
        project.with(
                "V1__names.sql",
                "-- allow: time-dependent it is meant\ndo $$ begin %s; end $$;\n".formatted(statement));
        Run proved = Proved.on(project.folder());
        assertThat(proved.exitCode()).as(proved.text()).isZero();
        assertThat(proved.out()).contains("1 allowed hazard");
        succeeds("upgrade");
        succeeds("drift", "--ignore-schema", "later");
        succeeds("check");
    }

    @Test
    void aFunctionOfAnEarlierScriptGivesThem() {
        project.with("V1__make.sql", """
                    create function make_log() returns void language plpgsql as $f$ begin
                      execute format('create table log_%s (id int primary key)', to_char(now(), 'YYYY_MM'));
                    end $f$;
                    """)
                .with("V2__call.sql", "-- allow: time-dependent it is meant\nselect make_log();\n");
        Run proved = Proved.on(project.folder());
        assertThat(proved.exitCode()).as(proved.text()).isZero();
        succeeds("upgrade");
        succeeds("drift", "--ignore-schema", "later");
    }

    @Test
    void namesThatAreTheSameEachTimeStayWhatTheyAre() {
        project.with("V1__years.sql", """
            create table log (id int, at timestamptz not null default pg_catalog.now()) partition by range (at);
            do $$ begin
              for year in 2024..2030 loop
                execute format('create table log_%s partition of log for values from (%L) to (%L)',
                  year, year || '-01-01', year + 1 || '-01-01');
              end loop;
            end $$;
            """);
        Run proved = Proved.on(project.folder());
        assertThat(proved.exitCode()).as(proved.text()).isZero();
        succeeds("upgrade");
        project.execute("drop table log_2026");
        assertThat(project.run("drift", "--ignore-schema", "later").out()).contains("table public.log_2026 is missing");
    }

    @Test
    void theSchemaOfWhoeverRunsThem() {
        project.with("V1__schema.sql", """
                    -- allow: time-dependent it is meant
                    create schema authorization current_user;
                    create table "${flyway:user}".t (id int primary key);
                    create view v as select id from "${flyway:user}".t;
                    """)
                .with("U1__schema.sql", "drop view v; drop schema \"${flyway:user}\" cascade;");
        Run proved = Proved.on(project.folder());
        assertThat(proved.exitCode()).as(proved.text()).isZero();
        succeeds("upgrade");
        succeeds("drift", "--ignore-schema", "later");
        succeeds("downgrade", "base", "--yes");
        succeeds("upgrade");
        project.execute("do $$ begin execute format('alter table %I.t add more text', current_user); end $$");
        assertThat(project.run("drift", "--ignore-schema", "later").out())
                .startsWith("column <name>.t.more is only in the database\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"me@example.iam", "Jörg", "two words", "a \"quoted\" one"})
    void whoeverRunsThemMayBeCalledAnything(String role) {
        project.with("V1__schema.sql", """
                -- allow: time-dependent it is meant
                create schema authorization current_user;
                do $$ begin execute format('create table %I.t (id int primary key)', current_user); end $$;
                """);
        Run proved = Proved.on(project.folder());
        assertThat(proved.exitCode()).as(proved.text()).isZero();
        TestDatabase database = PostgresServer.shared()
                .createDatabase("of_" + Integer.toUnsignedString(role.hashCode()), role, "secret");
        Run upgraded = Run.on(database, project.folder(), "upgrade");
        assertThat(upgraded.exitCode()).as(upgraded.text()).isZero();
        Run drift = Run.on(database, project.folder(), "drift");
        assertThat(drift.exitCode()).as(drift.text()).isZero();
    }

    @Test
    void ofSeveralWithOneNameEachIsToBeThere() {
        project.with("V1__logs.sql", """
            -- allow: time-dependent it is meant
            do $$ begin
              for month in 0..2 loop
                execute format('create table log_%s (id int)', to_char(now() + month * interval '1 month', 'YYYY_MM'));
              end loop;
            end $$;
            """);
        Run proved = Proved.on(project.folder());
        assertThat(proved.exitCode()).as(proved.text()).isZero();
        succeeds("upgrade");
        project.execute("create table log_1999_01 (id int)");
        succeeds("drift", "--ignore-schema", "later");
        project.execute("do $$ begin for month in 0..1 loop execute format('drop table log_%s',"
                + " to_char(later.now() + month * interval '1 month', 'YYYY_MM')); end loop; end $$");
        assertThat(project.run("drift", "--ignore-schema", "later").out())
                .startsWith("table public.log_<number>_<number>#3 is missing\n");
    }

    @Test
    void aTableWithSuchANameThatIsGoneIsDrift() {
        project.with("V1__log.sql", LOG);
        Proved.on(project.folder());
        succeeds("upgrade");
        project.execute("do $$ begin execute format('drop table log_%s', to_char(later.now(), 'YYYY_MM')); end $$");
        assertThat(project.run("drift", "--ignore-schema", "later").out())
                .contains("table public.log_<number>_<number> is missing");
    }
}
