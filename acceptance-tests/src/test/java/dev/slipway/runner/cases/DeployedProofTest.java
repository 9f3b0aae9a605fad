package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A proof tries scripts where repeatable scripts ran before them: `view-of-a-repeatable-script-in-the-way`.
final class DeployedProofTest {
    private static final String CASE = "view-of-a-repeatable-script-in-the-way/";

    @RegisterExtension
    private final Project project = new Project();

    @Test
    void aProofTriesAVersionWhereTheViewIsThereAlready() {
        Case.copied(CASE + "plain", project.folder());
        Run run = Proved.on(project.folder());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("""
            FOLDER/V2__longer_names.sql:1: it fails: cannot alter type of a column used by a view or rule
              effect: an upgrade fails where repeatable scripts ran before it: rule _RETURN on view dataset_names \
            depends on column "name"
              remedy: let the script drop first what is in its way: `upgrade` runs the repeatable script again in \
            the same run
            """);
        assertThat(Proved.left()).isEmpty();
    }

    @Test
    void aProofAcceptsAVersionThatDropsTheViewFirst() {
        Case.copied(CASE + "drops-it", project.folder());
        assertThat(Proved.on(project.folder()).out())
                .contains("proved 2", "proved R")
                .doesNotContain("repeatable scripts ran before it");
    }

    @Test
    void aProofTriesAnUndoScriptWhereTheViewIsThereAlready() {
        project.with("V1__people.sql", "create table people (id int primary key);")
                .with("U1__people.sql", "drop table people;")
                .with("R__people.sql", "create or replace view ids as select id from people;")
                .with("V2__cities.sql", "create table cities (id int primary key);")
                .with("U2__cities.sql", "drop table cities;")
                .with("V3__size.sql", "alter table cities add size int;")
                .with("U3__size.sql", "alter table cities drop size;")
                .with("R__cities.sql", "create or replace view big as select id from cities where size > 5;");
        assertThat(Proved.on(project.folder()).text())
                .startsWith("exit 1")
                .contains(
                        "FOLDER/U1__people.sql:1: it fails: cannot drop table people because other objects depend on it",
                        "note: 3 was tried without R__cities.sql, which cannot run before it",
                        "FOLDER/U3__size.sql:1: it fails: cannot drop column size of table cities because other "
                                + "objects depend on it",
                        "effect: a downgrade fails where repeatable scripts ran before it: view big depends on");
    }
}
