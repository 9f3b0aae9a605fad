package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Scripts whose result depends on when or where they run: `time-dependent`.
final class TimeDependentTest {
    private static final String CASE = "time-dependent/migrations";
    private static final String V1 =
            "create table visit (id int primary key, seen timestamp not null default 'now');\n";

    @RegisterExtension
    private final Project project = new Project();

    private void succeeds(String... arguments) {
        Run run = project.run(arguments);
        assertThat(run.exitCode()).as(run.text()).isZero();
    }

    @Test
    void theProofTellsOfTheScriptAndProvesTheRest() {
        Case.copied(CASE, project.folder());
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 1
            proved 1  visit: adds 4 objects; 1 hazard  TIME
            proved 2  mend: alters 1 object  TIME
            proved 3  fruit: adds 3 objects  TIME
            FOLDER/V1__visit.sql:1: time-dependent: column public.visit.seen is another after each run
              effect: each database gets another definition, by when and where the script ran, and none can be held \
            to it
              remedy: write the value itself, or what the database works out when it is used: current_timestamp \
            instead of 'now'; what was applied is mended in the next revision; see docs/hazards/time-dependent.md

            1 problem: 3 revisions, 3 scripts proved now; FOLDER/manifest.json is written
            """);
        succeeds("upgrade", "1");
        // version 15.20 keeps an option with each column that nothing is known of
        assertThat(project.run("drift", "--verbose").text().replaceAll("not compared, .*\\n", ""))
                .isEqualTo("""
                    exit 0
                    no drift: app on localhost:PORT is at 1, and all 4 objects are as they were proved
                    compared by its name alone, since each run of its script defines it otherwise: column public.visit.seen
                    """);
        succeeds("upgrade");
        succeeds("drift", "--scratch-url", Proved.scratchUrl());
        succeeds("downgrade", "1", "--yes");
        succeeds("upgrade");
        project.execute("drop table flyway_schema_history");
        succeeds("adopt");
    }

    @Test
    void aLaterScriptMakesItComparableAgain() {
        Case.copied(CASE, project.folder());
        Proved.on(project.folder());
        succeeds("upgrade", "1");
        project.execute("alter table visit alter seen set default '2001-01-01'");
        succeeds("upgrade");
        project.execute("alter table visit alter seen set default '2001-01-01'");
        assertThat(project.run("drift", "--scratch-url", Proved.scratchUrl()).exitCode())
                .isEqualTo(1);
    }

    @Test
    void aHeaderAllowsIt() {
        project.with("V1__visit.sql", "-- allow: time-dependent the next version mends it\n" + V1);
        Run run = Proved.on(project.folder());
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.out()).contains("1 allowed hazard");
        succeeds("upgrade");
    }

    @Test
    void aHeaderThatComesLaterAllowsItAndTheRestStaysProved() throws IOException {
        Case.copied(CASE, project.folder());
        assertThat(Proved.on(project.folder()).exitCode()).isEqualTo(1);
        Path first = project.folder().resolve("V1__visit.sql");
        Files.writeString(first, "-- allow: time-dependent the next one mends it\n" + Files.readString(first));
        Run run = Proved.on(project.folder());
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.out()).contains("1 script proved now");
        succeeds("upgrade");
    }

    @Test
    void aFileBesideAScriptThatWasAppliedAllowsIt() {
        project.with("V1__visit.sql", V1);
        succeeds("upgrade");
        assertThat(Proved.on(project.folder()).exitCode()).isEqualTo(1);
        project.with("V1__visit.sql.conf", "# allow: time-dependent the next version mends it\n");
        assertThat(Proved.alone(project.folder(), "prove", "--check").out())
                .contains("what it is allowed, or why, was changed since it was proved");
        Run run = Proved.on(project.folder());
        assertThat(run.exitCode()).as(run.text()).isZero();
        project.with("V2__more.sql", "create table more (id int primary key);\n");
        assertThat(Proved.on(project.folder()).exitCode()).isZero();
        succeeds("upgrade");
        assertThat(StockFlyway.on(project.database(), project.folder()).validateWithResult().validationSuccessful)
                .isTrue();
        project.with("V1__visit.sql.conf", "# allow: time-dependant it is mended\n");
        assertThat(Proved.on(project.folder()).err()).contains("V1__visit.sql.conf:1: \"time-dependant\" is no hazard");
    }

    @Test
    void manyThingsDependOnWhenAndWhereAScriptRuns() {
        project.with("V1__all.sql", """
            create table plain (id int primary key, at timestamptz default now());
            create view recent as select id from plain where at > 'now'::timestamptz - interval '1 day';
            create table daily (id int primary key, day date default 'today');
            create function born() returns text language sql return 'now'::timestamp::text;
            do $$ begin
              execute format('alter table plain add code text default %L', md5(random()::text));
              execute format('comment on table plain is %L', version());
              execute format('comment on table daily is %L', current_database());
              execute format('alter table daily add check (day > %L)', current_date);
            end $$;
            """);
        Run run = Proved.on(project.folder());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines().filter(line -> line.contains("time-dependent: ")))
                .containsExactlyInAnyOrder(
                        "FOLDER/V1__all.sql:2: time-dependent: view public.recent is another after each run",
                        "FOLDER/V1__all.sql:3: time-dependent: column public.daily.day is another after each run",
                        "FOLDER/V1__all.sql:4: time-dependent: function public.born() is another after each run",
                        "FOLDER/V1__all.sql:5: time-dependent: column public.plain.code is another after each run",
                        "FOLDER/V1__all.sql:3: time-dependent: comment table public.daily is another after each run",
                        "FOLDER/V1__all.sql:1: time-dependent: comment table public.plain is another after each run",
                        "FOLDER/V1__all.sql:3: time-dependent: constraint public.daily.daily_day_check is another"
                                + " after each run");
        succeeds("upgrade");
        succeeds("drift", "--scratch-url", Proved.scratchUrl());
        project.execute("alter table plain alter at drop default");
        assertThat(project.run("drift", "--scratch-url", Proved.scratchUrl())
                        .out()
                        .lines())
                .startsWith(
                        "column public.plain.at differs",
                        "  - timestamp with time zone default now()",
                        "  + timestamp with time zone",
                        "drift: app on localhost:PORT is at 1, and 1 object is not as proved (- as proved, + in the"
                                + " database)");
    }

    @Test
    void whatIsCopiedOrChangedOnlyInPartIsNotComparedEither() {
        project.with("V1__visit.sql", "-- allow: time-dependent as it is\n" + V1)
                .with("U1__visit.sql", "drop table visit;\n")
                .with("V2__part.sql", "alter table visit alter seen set statistics 50;\n")
                .with("U2__part.sql", "alter table visit alter seen set statistics -1;\n")
                .with("V3__copy.sql", "create table copy (like visit including defaults);\n")
                .with("U3__copy.sql", "drop table copy;\n");
        Run run = Proved.on(project.folder());
        assertThat(run.exitCode()).as(run.text()).isZero();
        succeeds("upgrade");
        succeeds("drift", "--scratch-url", Proved.scratchUrl());
        succeeds("downgrade", "base", "--yes");
    }

    @Test
    void aRepeatableScriptIsToldOfAndApplied() {
        project.with("V1__a.sql", "create table a (id int primary key, at timestamp);\n")
                .with(
                        "R__recent.sql",
                        "create or replace view recent as select * from a where at > 'now'::timestamp;\n");
        assertThat(Proved.on(project.folder()).out())
                .contains("R__recent.sql:1: time-dependent: view public.recent is another after each run");
        succeeds("upgrade");
        succeeds("drift", "--scratch-url", Proved.scratchUrl());
        project.with("R__recent.sql.conf", "# allow: time-dependent nobody asks for less\n");
        Run run = Proved.on(project.folder());
        assertThat(run.exitCode()).as(run.text()).isZero();
    }
}
