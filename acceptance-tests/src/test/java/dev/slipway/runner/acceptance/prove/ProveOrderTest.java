package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What `prove` finds out about scripts that need rows or each other.
final class ProveOrderTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aFolder() {
        project.with("V1__people.sql", "create table people (id int, email varchar(80) not null);");
    }

    @AfterEach
    void noDatabaseIsLeft() {
        assertThat(Proved.left()).isEmpty();
    }

    private Run prove(String... more) {
        return Proved.on(project.folder(), more);
    }

    private Run check() {
        return Proved.alone(project.folder(), "prove", "--check");
    }

    @Test
    void scriptsThatWorkOnlyOnEmptyTablesAreFound() {
        project.with("V2__required.sql", "alter table people add city text not null;")
                .with(
                        "V3__unique.sql",
                        "alter table people drop city;\nalter table people add constraint one unique (email);")
                .with(
                        "V4__number.sql",
                        "alter table people drop constraint one;\n"
                                + "alter table people alter email type int using email::int;");
        assertThat(prove().out())
                .contains(
                        "V2__required.sql:1: fails-on-data: column \"city\" of relation \"people\" contains null"
                                + " values\n",
                        "V3__unique.sql:2: fails-on-data: could not create unique index \"one\"\n",
                        "V4__number.sql:2: fails-on-data: invalid input syntax for type integer:");
    }

    @Test
    void rowsThatAnUndoScriptTakesAwayThoughTheScriptDidNotBringThemAreFound() {
        project.with("V2__city.sql", "alter table people add city text;\ninsert into people values (1, 'a', 'Rome');")
                .with("U2__city.sql", "delete from people where city is not null;\nalter table people drop city;");
        assertThat(prove().out()).contains("U2__city.sql:1: data-lost-in-undo: rows of public.people\n");
    }

    @Test
    void rowsWithNumbersOfTheirOwnAreInsertedAndTakenAway() {
        project.with(
                        "V2__seeds.sql",
                        "create table country (id serial primary key, name text unique);\n"
                                + "insert into country values (1, 'Chile');")
                .with("V3__more.sql", "insert into country values (2, 'Peru'), (3, 'Cuba');")
                .with("U3__more.sql", "delete from country where id in (2, 3);");
        assertThat(prove().exitCode()).isZero();
    }

    @Test
    void aHazardThatAHeaderAllowsIsNoProblem() {
        project.with(
                "V2__required.sql",
                "-- allow: fails-on-data nobody has people yet\nalter table people add city text not null;");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved 2  required: adds 1 object; irreversible: there is no undo script; 1 allowed hazard  TIME
            no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
        project.with("V2__required.sql", "alter table people add city text not null;");
        assertThat(prove().exitCode()).isEqualTo(1);
        assertThat(check().exitCode()).isEqualTo(1);
    }

    @Test
    void dataThatAnUndoScriptDoesNotBringBackIsFound() {
        project.with("V2__short.sql", "-- compat: contract\nalter table people drop email;")
                .with(
                        "U2__short.sql",
                        "alter table people add email varchar(80) not null default '';\n"
                                + "alter table people alter email drop default;");
        assertThat(prove().out()).contains("data-lost-in-undo: email of public.people, which is not as before 2");
    }

    @Test
    void dataThatAnUndoScriptWithoutAStatementDoesNotBringBackIsFound() {
        project.with("V2__none.sql", "delete from people;").with("U2__none.sql", "-- nothing to do\n");
        assertThat(prove().out()).contains("U2__none.sql:1: data-lost-in-undo: ");
    }

    @Test
    void aScriptThatFailsIsAFindingAndWhatWasProvedIsKept() {
        project.with("V2__wrong.sql", "alter table people add phone text;\nalter table nobody add phone text;")
                .with("V3__more.sql", "create table more ();");
        assertThat(prove().text()).isEqualTo("""
            exit 1
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            note: 3 was tried without 2: it is not proved, since what it builds on is not
            FOLDER/V2__wrong.sql:2: it fails: relation "nobody" does not exist
              effect: no database gets past it, and what builds on it is not proved
              remedy: correct the script and run `prove` again

            1 problem: 3 revisions, 1 script proved now; FOLDER/manifest.json is written
            """);
        assertThat(check().out()).contains("V2__wrong.sql: it was never proved", "2 problems: 3 revisions");
    }

    @Test
    void branchesMustLeadToTheSameSchemaInBothOrders() {
        project.with("V2__a.sql", "-- revises: 1\ncreate table if not exists log (id int);")
                .with("V3__b.sql", "-- revises: 1\ncreate table if not exists log (id bigint, at date);")
                .with("V4__both.sql", "-- revises: 2, 3\n");
        assertThat(prove().text()).isEqualTo("""
            exit 1
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved 2  a: adds 2 objects; irreversible: there is no undo script  TIME
            proved 3  b: adds 3 objects; irreversible: there is no undo script  TIME
            FOLDER/V4__both.sql: column public.log.at is there with 2 last, and was not with 3 last
                + date
              effect: databases that got the branches in another order differ from each other
              remedy: let one of the branches build on the other: write "-- revises: 2" in its first script

            FOLDER/V4__both.sql: column public.log.id is another with 2 last (- with 3 last, + with 2 last)
                - integer
                + bigint
              effect: databases that got the branches in another order differ from each other
              remedy: let one of the branches build on the other: write "-- revises: 2" in its first script

            2 problems: 4 revisions, 3 scripts proved now; FOLDER/manifest.json is written
            """);
        assertThat(check().out()).contains("V4__both.sql: it was never proved");
        project.without("V4__both.sql");
        assertThat(prove("--all").out())
                .contains("FOLDER/V2__a.sql, FOLDER/V3__b.sql: column public.log.at is there with 2 last");
    }

    @Test
    void branchesThatNeedEachOtherAreFound() {
        project.with("V2__a.sql", "-- revises: 1\ncreate table log (id int);")
                .with("V3__b.sql", "-- revises: 1\ndrop table if exists log;")
                .with("V4__c.sql", "-- revises: 3\ncreate table log (id int);")
                .with("V5__both.sql", "-- revises: 2, 4\n");
        assertThat(prove().out()).contains("""
            FOLDER/V2__a.sql:2: it fails: relation "log" already exists
              effect: the branches cannot be applied with 2 last
            """);
    }

    @Test
    void aMergeOfBranchesThatAgreeIsProved() {
        project.with("V2__a.sql", "-- revises: 1\nalter table people add a int;")
                .with("V3__b.sql", "-- revises: 1\nalter table people add b int;")
                .with("V4__both.sql", "-- revises: 2, 3\n")
                .with("V5__more.sql", "create view more as select * from people;");
        assertThat(prove().text()).startsWith("exit 0\n").contains("proved 4  both: leaves the schema as it is");
        assertThat(prove("--all", "--check").exitCode()).isZero();
    }

    @Test
    void aRepeatableScriptMustBeRepeatable() {
        project.with("R__a_view.sql", "create or replace view emails as select email from people;")
                .with("R__b_once.sql", "create view more as select id from people;")
                .with("R__c_grows.sql", """
                    do $$ begin execute format('create view view_%s as select 1',
                        (select count(*) from pg_views where schemaname = 'public')); end $$;
                    """);
        assertThat(prove().text()).isEqualTo("""
            exit 1
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved R  a view: adds 1 object  TIME
            FOLDER/R__b_once.sql:1: it fails: relation "more" already exists
              effect: it runs only once, so that no change of it arrives
              remedy: let it replace what it made

            FOLDER/R__c_grows.sql: view public.view_3 is there after it ran twice, and was not after it ran once
                + SELECT 1 AS "?column?"
              effect: each time it is changed, it does more to the schema than it says
              remedy: let it replace what it made

            2 problems: 1 revision, 2 scripts proved now; FOLDER/manifest.json is written
            """);
        assertThat(check().out())
                .contains("R__b_once.sql: it was never proved", "R__c_grows.sql: it was never proved", "2 problems");
    }

    @Test
    void aViewThatAnotherRepeatableScriptDropsIsMadeAgain() {
        project.with("R__a_base.sql", """
                -- allow: undeclared-contract made again in the same run
                drop view if exists base cascade;
                create view base as select * from people;
                """).with("R__b_top.sql", "create or replace view top as select * from base;");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved R  a base: adds 1 object; 1 allowed hazard  TIME
            proved R  b top: adds 1 object  TIME
            no problems: 1 revision, 3 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void ofTwoRepeatableScriptsTheOneThatDropsIsToBlame() {
        project.with("R__a_view.sql", "create or replace view emails as select email from people;")
                .with(
                        "R__b_other.sql",
                        "drop view if exists emails; create or replace view ids as select id from people;");
        assertThat(prove().text()).isEqualTo("""
            exit 1
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved R  a view: adds 1 object  TIME
            FOLDER/R__b_other.sql: view public.emails is missing after it ran twice
                - SELECT email
                -    FROM public.people
              effect: each time it is changed, it does more to the schema than it says
              remedy: let it replace what it made

            1 problem: 1 revision, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void scriptsWithoutATransactionAreProvedAsWell() {
        project.with("V2__index.sql", "create index concurrently people_id on people (id);")
                .with("U2__index.sql", "drop index concurrently people_id;");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved 2  index: adds 1 object  TIME
            no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }
}
