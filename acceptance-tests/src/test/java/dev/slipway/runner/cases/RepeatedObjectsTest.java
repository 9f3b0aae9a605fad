package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What repeatable scripts made, on databases that have it when the next version comes:
/// `view-of-a-repeatable-script-in-the-way`.
final class RepeatedObjectsTest {
    private static final String CASE = "view-of-a-repeatable-script-in-the-way/";
    private static final String LENGTH =
            "select character_maximum_length from information_schema.columns where table_name = 'datasets' "
                    + "and column_name = 'name'";

    @RegisterExtension
    private final Project project = new Project();

    private Run upgrade(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("upgrade"));
        arguments.addAll(List.of(more));
        return project.run(arguments.toArray(String[]::new));
    }

    @Test
    void aViewThatAnotherRepeatableScriptDropsIsBroughtBack() {
        project.with("V1__t.sql", "create table t (id int, n text);")
                .with("R__v.sql", "drop view if exists v cascade; create view v as select id from t;")
                .with("R__w.sql", "create or replace view w as select id from v;");
        assertThat(upgrade().exitCode()).isZero();
        project.with("R__v.sql", "drop view if exists v cascade; create view v as select id, n from t;");
        assertThat(upgrade().text()).isEqualTo("""
            exit 0
            R__v.sql:1: NOTICE: drop cascades to view w
            R__w.sql runs again: its view w was dropped by R v
            applied R  v  TIME
            applied R  w  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 1
            """);
        assertThat(project.query("select count(*) from w")).containsExactly("0");
        project.with("R__v.sql", "create or replace view v as select id, n, 1 as one from t;");
        assertThat(upgrade().out()).matches("applied R  v  [^\n]*\napplied 1 script [^\n]*\n");
    }

    @Test
    void aRepeatableScriptThatAVersionTakesOutOfTheHistoryRunsInTheSameRun() {
        project.with("V1__a.sql", "create table a (id int);")
                .with("R__seen.sql", "create or replace view seen as select 1 as one;");
        assertThat(project.run("upgrade").exitCode()).isZero();
        project.with("V2__again.sql", "delete from flyway_schema_history where script like 'R\\_\\_%';");
        assertThat(project.run("upgrade").out())
                .matches("(?s)applied 2  again  .*applied R  seen  .*applied 2 scripts .*");
        assertThat(project.run("current").out()).endsWith(" is at 2 (head)\n");
    }

    @Test
    void anEmptyDatabaseGetsTheViewLast() {
        Case.copied(CASE + "plain", project.folder());
        assertThat(upgrade().exitCode()).isZero();
    }

    @Test
    void aViewInTheWayIsNamedAndEverythingStaysAsItWas() {
        Case.copied(CASE + "deployed", project.folder());
        upgrade();
        project.with("V2__longer_names.sql", "alter table datasets alter column name type varchar(255);\n");
        Run run = upgrade();
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).contains("sqlstate: 0A000", "view dataset_names", "rolled back");
        assertThat(project.query(LENGTH)).containsExactly("64");
        assertThat(project.query("select count(*) from dataset_names")).containsExactly("0");
    }

    @Test
    void aViewThatAVersionDropsIsBroughtBack() {
        Case.copied(CASE + "deployed", project.folder());
        upgrade();
        project.with("V2__longer_names.sql", """
            drop view if exists dataset_names;
            alter table datasets alter column name type varchar(255);
            """);
        assertThat(upgrade().text()).isEqualTo("""
            exit 0
            R__dataset_names.sql runs again: its view dataset_names was dropped by 2
            applied 2  longer names  TIME
            applied R  dataset names  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 2
            """);
        assertThat(project.query("select count(*) from dataset_names")).containsExactly("0");
        assertThat(project.query("select installed_rank, type, script, success from flyway_schema_history order by 1"))
                .containsExactly(
                        "1|SQL|V1__datasets.sql|t",
                        "2|SQL|R__dataset_names.sql|t",
                        "3|SQL|V2__longer_names.sql|t",
                        "4|DELETE|R__dataset_names.sql|t",
                        "5|SQL|R__dataset_names.sql|t");
        StockFlyway.on(project.database(), project.folder()).validate();
        assertThat(StockFlyway.on(project.database(), project.folder()).migrate().migrationsExecuted)
                .isZero();
        assertThat(upgrade().out()).startsWith("nothing to do");
    }

    @Test
    void withAManifestTooAndWithoutDriftAfterwards() {
        Case.copied(CASE + "deployed", project.folder());
        Proved.on(project.folder());
        upgrade();
        project.with("V2__longer_names.sql", """
            drop view if exists dataset_names;
            -- allow: type-change nobody is there yet
            alter table datasets alter column name type varchar(255);
            """);
        assertThat(Proved.on(project.folder()).out()).contains("proved 2");
        assertThat(upgrade().out()).contains("runs again", "is at 2");
        assertThat(project.run("drift").exitCode()).isZero();
    }

    @Test
    void belowTheHeadItIsToldAndDoneLater() {
        Case.copied(CASE + "deployed", project.folder());
        upgrade();
        project.with("V2__longer_names.sql", "drop view dataset_names;")
                .with("V3__more.sql", "create table more (id int);");
        assertThat(upgrade("2").text()).isEqualTo("""
            exit 0
            R__dataset_names.sql runs again with the next upgrade to the head: its view dataset_names was dropped by 2
            applied 2  longer names  TIME
            applied 1 script in TIME: app on localhost:PORT is at 2
            """);
        assertThat(upgrade().exitCode()).isZero();
        assertThat(project.query("select count(*) from dataset_names")).containsExactly("0");
    }

    @Test
    void whatGoesAlongWithItIsBroughtBackInOrder() {
        project.with("V1__people.sql", "create table people (id int primary key, name text, born date);")
                .with("R__1_adults.sql", "create or replace view adults as select * from people where born < now();")
                .with("R__2_names.sql", "create or replace view adult_names as select name from adults;")
                .with("R__3_grants.sql", "grant select on adults, adult_names to public;")
                .with("R__4_other.sql", "create or replace view other as select 1 as one;");
        upgrade();
        project.with("V2__type.sql", "drop view adults cascade;\nalter table people alter name type varchar(80);");
        assertThat(upgrade().out()).isEqualTo("""
            V2__type.sql:1: NOTICE: drop cascades to view adult_names
            R__1_adults.sql runs again: its view adults was dropped by 2
            R__2_names.sql runs again: its view adult_names was dropped by 2
            R__3_grants.sql runs again: its view adult_names was dropped by 2
            applied 2  type  TIME
            applied R  1 adults  TIME
            applied R  2 names  TIME
            applied R  3 grants  TIME
            applied 4 scripts in TIME: app on localhost:PORT is at 2
            """);
        assertThat(project.query("select has_table_privilege('pg_monitor', 'adult_names', 'select')"))
                .containsExactly("t");
    }

    @Test
    void functionsTriggersPoliciesTypesAndMaterializedViewsAreBroughtBack() {
        project.with("V1__people.sql", "create table people (id int primary key, name text);")
                .with("R__all.sql", """
                    create or replace function shout(t text) returns text language sql as 'select upper(t)';
                    create or replace function touch() returns trigger language plpgsql as 'begin return new; end';
                    create or replace trigger people_touch before update on people
                        for each row execute function touch();
                    drop policy if exists people_all on people;
                    create policy people_all on people using (true);
                    drop materialized view if exists loud;
                    create materialized view loud as select shout(name) as name from people;
                    create index loud_name on loud (name);
                    """);
        upgrade();
        List<String> drops = List.of(
                "drop materialized view loud",
                "drop index loud_name",
                "drop trigger people_touch on people",
                "drop policy people_all on people",
                "drop function shout(text) cascade",
                "create or replace function shout(t text) returns text language sql as 'select lower(t)'",
                "drop function touch() cascade; create function touch(i int) returns int language sql as 'select 1'",
                "drop table people cascade; create table people (id int primary key, name text, more int)");
        int version = 2;
        for (String drop : drops) {
            project.with("V%d__drop.sql".formatted(version), drop + ";");
            assertThat(upgrade().out()).as(drop).contains("R__all.sql runs again: its ");
            version++;
        }
        assertThat(project.query("select shout('a')")).containsExactly("A");
        assertThat(project.query("select tgname from pg_trigger where not tgisinternal"))
                .containsExactly("people_touch");
        assertThat(project.query("select count(*) from pg_policy")).containsExactly("1");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void nothingRunsAgainForWhatNoRepeatableScriptMade() {
        project.with(
                        "V1__people.sql",
                        "create table people (id int primary key);\ncreate view ids as select id from people;")
                .with("R__names.sql", "create or replace view identities as select id from people;");
        upgrade();
        project.with("V2__drop.sql", "drop view ids;\nalter table people rename column id to key;");
        assertThat(upgrade().out()).startsWith("applied 2  drop");
    }

    @Test
    void aScriptThatChangedRunsOnce() {
        Case.copied(CASE + "deployed", project.folder());
        upgrade();
        project.with("V2__drop.sql", "drop view dataset_names;")
                .with("R__dataset_names.sql", "create or replace view dataset_names as select name from datasets;");
        assertThat(upgrade().out()).isEqualTo("""
            applied 2  drop  TIME
            applied R  dataset names  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 2
            """);
    }

    @Test
    void itIsStillPendingAfterAFailureInBetween() {
        Case.copied(CASE + "deployed", project.folder());
        upgrade();
        project.with("V2__drop.sql", "drop view dataset_names;").with("V3__fail.sql", "select 1 / 0;");
        assertThat(upgrade().exitCode()).isEqualTo(6);
        project.with("V3__fail.sql", "select 1;");
        assertThat(upgrade().exitCode()).isZero();
        assertThat(project.query("select count(*) from dataset_names")).containsExactly("0");
    }

    @Test
    void versionsAfterTheOneThatDropsItAreAppliedInTheSameRun() {
        Case.copied(CASE + "deployed", project.folder());
        upgrade();
        project.with("V2__drop.sql", "drop view dataset_names;").with("V3__more.sql", "create table more (id int);");
        assertThat(upgrade().text()).isEqualTo("""
            exit 0
            R__dataset_names.sql runs again: its view dataset_names was dropped by 2
            applied 2  drop  TIME
            applied 3  more  TIME
            applied R  dataset names  TIME
            applied 3 scripts in TIME: app on localhost:PORT is at 3
            """);
        assertThat(project.query("select count(*) from dataset_names")).containsExactly("0");
    }
}
