package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A script that fails ends no proof: it is told of, and the rest is proved, or at least tried.
final class ProofGoesOnTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void write() {
        project.with("V1__a.sql", "create table a (id int primary key);\n")
                .with("U1__a.sql", "drop table a;\n")
                .with(
                        "V2__b.sql",
                        "create table b (id int primary key);\nalter table a add column nam text check (name > '');\n")
                .with("U2__b.sql", "drop table b;\nalter table a drop column nam;\n")
                .with("V3__c.sql", "alter table b add column size int;\n")
                .with("V4__d.sql", "create table d (id int);\n")
                .with("U4__d.sql", "drop table e;\n");
    }

    @Test
    void aScriptThatFailsIsAFindingAndTheRestIsTried() {
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 1
            proved 1  a: adds 3 objects  TIME
            note: 3 fails without 2: relation "b" does not exist
            note: 4 was tried without 2, 3: it is not proved, since what it builds on is not
            FOLDER/V2__b.sql:2: it fails: column "name" does not exist
              hint: Perhaps you meant to reference the column "a.nam".
              effect: no database gets past it, and what builds on it is not proved
              remedy: correct the script and run `prove` again

            FOLDER/U4__d.sql:1: it fails: table "e" does not exist
              effect: a downgrade of 4 fails
              remedy: correct the undo script

            2 problems: 4 revisions, 1 script proved now; FOLDER/manifest.json is written
            """);
        assertThat(Proved.left()).isEmpty();
    }

    @Test
    void ofManyThatFailTheFirstAreNamed() {
        project.without("V4__d.sql").without("U4__d.sql");
        for (int number = 4; number < 8; number++) {
            project.with("V%d__more.sql".formatted(number), "alter table b add column c%d int;\n".formatted(number));
        }
        assertThat(Proved.on(project.folder()).out())
                .contains("note: 5 fails without 2, 3, 4: relation \"b\" does not exist")
                .contains("note: 7 fails without 2, 3, 4 and 2 more: relation \"b\" does not exist");
    }

    @Test
    void onlyThoseAreNamedThatHaveToDoWithIt() {
        project.with("V4__d.sql", "create table d (id int check (no_such > 0));\n")
                .with("V5__e.sql", "alter table d add column size int;\n");
        assertThat(Proved.on(project.folder()).out())
                .contains("note: 4 fails without 2, 3: column \"no_such\" does not exist")
                .contains("note: 5 fails without 4: relation \"d\" does not exist");
    }

    @Test
    void whatWasProvedStandsWhenTheScriptIsMended() {
        Proved.on(project.folder());
        project.with("V2__b.sql", "create table b (id int primary key);\n").with("U2__b.sql", "drop table b;\n");
        assertThat(Proved.on(project.folder()).out())
                .doesNotContain("proved 1  a")
                .contains("proved 2  b: adds 3 objects", "proved 3  c", "proved 4  d")
                .contains("3 scripts proved now");
    }

    @Test
    void repeatableScriptsAreTriedOnWhatStands() {
        project.with("R__of_a.sql", "create or replace view of_a as select id from a;\n")
                .with("R__of_b.sql", "create or replace view of_b as select id from b;\n");
        Run run = Proved.on(project.folder());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("note: R__of_b.sql fails without 2, 3: relation \"b\" does not exist")
                .doesNotContain("R__of_a.sql fails");
    }

    @Test
    void aRepeatableScriptThatFailsIsAFinding() {
        project.without("V2__b.sql")
                .without("U2__b.sql")
                .without("V3__c.sql")
                .with("U1__a.sql", "drop view if exists bad, good;\ndrop table a;\n")
                .with("U4__d.sql", "drop table d;\n")
                .with("R__bad.sql", "create or replace view bad as select idd from a;\n")
                .with("R__good.sql", "create or replace view good as select id from a;\n");
        Run run = Proved.on(project.folder());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("FOLDER/R__bad.sql:1: it fails: column \"idd\" does not exist", "proved R  good");
        project.with("R__bad.sql", "create or replace view bad as select id from a;\n");
        Run again = Proved.on(project.folder());
        assertThat(again.exitCode()).as(again.text()).isZero();
    }
}
