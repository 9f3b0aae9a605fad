package dev.slipway.runner.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `check --flyway` has Flyway itself say whether it could go on.
final class FlywayCheckTest {
    @RegisterExtension
    private final Project project = new Project();

    @Test
    void flywayCouldGoOnFromWhatSlipwayLeft() throws IOException {
        scripts();
        assertThat(project.run("upgrade", "--placeholder", "who=me").exitCode()).isZero();
        assertThat(project.run("check", "--flyway", "--placeholder", "who=me").text())
                .isEqualTo("""
                    exit 0
                    no problems: 2 revisions, 1 head; app on localhost:PORT is at 2; Flyway VERSION could go on from here
                    --- stderr
                    warning: callbacks of Flyway are not run: FOLDER/beforeValidate.sql
                    """.replace("VERSION", version()));
        assertThat(project.query("select count(*) from pg_class where relname = 'made_by_a_callback'"))
                .isEqualTo(List.of("0"));
    }

    @Test
    void itWritesNothingIntoAnEmptyDatabase() throws IOException {
        scripts();
        Run run = Run.with(
                Map.of("DATABASE_URL", project.database().url(), "SLIPWAY_LOCATIONS", "filesystem:" + project.folder()),
                "check",
                "--flyway",
                "--default-schema",
                "missing",
                "--format",
                "json",
                "--placeholder",
                "who=me");
        assertThat(run.exitCode()).as(run.text()).isOne();
        assertThat(run.out()).contains("\"flyway\": {").contains("\"version\": \"%s\"".formatted(version()));
        assertThat(run.out()).doesNotContain("Flyway objects");
        assertThat(project.query("select nspname from pg_namespace where nspname = 'missing'"))
                .isEmpty();
        assertThat(project.query("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void whatFlywayWouldRefuseIsAFinding() throws IOException {
        scripts();
        project.run("upgrade", "--placeholder", "who=me");
        project.execute("update flyway_schema_history set checksum = 1 where version = '1'");
        project.execute("update flyway_schema_history set description = 'other' where version = '2'");
        Run run = project.run("check", "--flyway", "--placeholder", "who=me");
        assertThat(run.exitCode()).isOne();
        assertThat(run.out()).contains("""
            app on localhost:PORT: Flyway computes another checksum for 1 than the history holds
              effect: `flyway migrate` is refused
              remedy: take back what was changed in the script, or have `flyway repair` record it as it is
            """, """
            app on localhost:PORT: Flyway reads another description of 2 than the history holds
              effect: `flyway migrate` is refused
            """, "Flyway %s objects".formatted(version()));
    }

    @Test
    void aPlaceholderThatOnlySlipwayKeepsIsAFinding() throws IOException {
        project.with("R__view.sql", "-- placeholders: off\ncreate view v as select '${none}' as x;");
        project.run("upgrade");
        Run run = project.run("check", "--flyway");
        assertThat(run.exitCode()).as(run.text()).isOne();
        assertThat(run.out()).contains("Flyway objects: No value provided for placeholder: ${none}");
    }

    @Test
    void itNeedsADatabase() throws IOException {
        scripts();
        assertThat(project.offline("check", "--flyway").text()).isEqualTo("""
            exit 2
            --- stderr
            error: --flyway needs a database
              state: nothing was changed
              help:  set DATABASE_URL or --url, and leave --offline out
            """);
    }

    private void scripts() throws IOException {
        project.with("V1__a.sql", "create table a (id int);")
                .with("V2__b.sql", "create table ${who} (id int);")
                .with("U2__b.sql", "drop table ${who};")
                .with("R__names.sql", "create or replace view names as select id from ${who};")
                .with("beforeValidate.sql", "create table made_by_a_callback (id int);");
    }

    private static String version() {
        return org.flywaydb.core.internal.license.VersionPrinter.getVersion();
    }
}
