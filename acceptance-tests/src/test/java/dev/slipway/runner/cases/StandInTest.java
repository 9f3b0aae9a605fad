package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the script is named that stands in for a Java migration: `java-migrations-of-old-flyway-in-the-history`.
final class StandInTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void migrated() throws IOException {
        JavaProject.in(project);
    }

    @Test
    void aVersionAboveAllScriptsNeedsAStandInToo() {
        project.execute("update flyway_schema_history set version = '2026.11.05', installed_rank = 9 where version ="
                + " '1.1'");
        assertThat(project.run("upgrade").text()).contains("exit 7", "add a script V2026_11_05__NormalizeNames.sql");
        project.with("V2026_11_05__NormalizeNames.sql", "");
        assertThat(project.run("upgrade", "--allow-out-of-order").text()).contains("applied 3  add city");
        assertThat(JavaProject.rows(project)).last().isEqualTo("10|3|SQL|V3__add_city.sql|-2072386721|t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "names of users         | V1_1__names_of_users.sql",
                "Mend: users/roles (2)  | V1_1__Mend__users_roles_(2).sql",
                "Größe_ändern           | V1_1__Größe_ändern.sql",
                "''                     | V1_1__stand_in.sql"
            })
    void theStandInIsNamedByWhatTheClassSaidOfItself(String description, String name) {
        project.execute(
                "update flyway_schema_history set description = '%s' where version = '1.1'".formatted(description));
        assertThat(project.run("upgrade").text()).contains("add a script %s that stands in for it".formatted(name));
        project.with(name, "");
        assertThat(project.run("upgrade").text()).contains("applied 3  add city");
    }

    @Test
    void theStandInIsNamedAsTheProjectNamesItsScripts() {
        project.with("V1--create_accounts.pg.sql", "create table accounts ();");
        Run run = Run.with(
                Map.of(
                        "DATABASE_URL",
                        project.database().url(),
                        "SLIPWAY_LOCATIONS",
                        "filesystem:" + project.folder(),
                        "FLYWAY_SQL_MIGRATION_SEPARATOR",
                        "--",
                        "FLYWAY_SQL_MIGRATION_SUFFIXES",
                        ".pg.sql"),
                "upgrade");
        assertThat(run.err()).contains("add a script V1_1--NormalizeNames.pg.sql");
    }
}
