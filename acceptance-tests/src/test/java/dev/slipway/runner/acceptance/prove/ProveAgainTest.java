package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What `prove` found where repeatable scripts ran before a revision, it tells as long as it holds.
final class ProveAgainTest {
    private static final String FINDING = """
            FOLDER/V2__names.sql:2: it fails: cannot drop column name of table people because other objects depend on it
              effect: an upgrade fails where repeatable scripts ran before it: view names depends on column name of table people
              remedy: let the script drop first what is in its way: `upgrade` runs the repeatable script again in the same run

            """;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aFolder() {
        project.with("V1__people.sql", "create table people (id int, name text);")
                .with("V2__names.sql", """
                    -- compat: contract
                    alter table people drop name;
                    alter table people add name text;
                    """)
                .with("R__names.sql", "create or replace view names as select name from people;");
    }

    @AfterEach
    void noDatabaseIsLeft() {
        assertThat(Proved.left()).isEmpty();
    }

    private Run prove() {
        return Proved.on(project.folder());
    }

    @Test
    void itIsToldAgainWithoutAnotherRun() {
        assertThat(prove().out()).contains(FINDING).contains("1 problem: 2 revisions, 3 scripts proved now");
        assertThat(prove().text())
                .isEqualTo("exit 1\n" + FINDING
                        + "1 problem: 2 revisions, 0 scripts proved now; FOLDER/manifest.json stays as it is\n");
        assertThat(Proved.alone(project.folder(), "prove", "--check").text())
                .isEqualTo("exit 1\n" + FINDING
                        + "1 problem: 2 revisions, 0 scripts proved now; FOLDER/manifest.json was compared\n");
        assertThat(Proved.on(project.folder(), "--all", "--check").out()).contains("1 problem: ");
    }

    @Test
    void itIsTriedAgainAfterARepeatableScriptChanged() {
        prove();
        project.with("R__names.sql", "create or replace view ids as select id from people;");
        assertThat(Proved.alone(project.folder(), "prove", "--check").out())
                .contains("V2__names.sql: something was found of it, and repeatable scripts were changed since\n");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 2  names: leaves the schema as it is; irreversible: there is no undo script  TIME
            proved R  names: adds 1 object  TIME
            no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }
}
