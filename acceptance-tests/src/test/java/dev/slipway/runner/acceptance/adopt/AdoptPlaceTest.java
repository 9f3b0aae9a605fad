package dev.slipway.runner.acceptance.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where an adoption looks for what the scripts make.
final class AdoptPlaceTest {
    @RegisterExtension
    private final Project project = new Project();

    private void users() {
        project.with("V1__users.sql", "create table users (id int);");
        ProvedScripts.write(project.folder());
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    @Test
    void anEmptyDatabaseIsNotAtARevisionBecauseSomebodySaysSo() {
        users();
        assertThat(run("adopt", "1")).isEqualTo("""
                exit 3
                --- stderr
                error: the schema of database app on localhost:PORT does not match 1; it matches base
                  2 objects differ from 1 (- as proved, + in the database):
                    table public.users is missing
                      - table
                    column public.users.id is missing
                      - integer
                  state: nothing was changed
                  help:  adopt base, or make the database like 1 first
                """);
        assertThat(run("adopt", "base")).startsWith("exit 0\nnothing to adopt: ");
    }

    @Test
    void aTableThatIsCalledLikeTheHistoryIsSeen() {
        users();
        project.execute("create table flyway_schema_history_old (id int)");
        assertThat(run("adopt"))
                .startsWith("exit 3\n")
                .contains("the schema of database app on localhost:PORT matches no revision");
    }

    @Test
    void ofAnotherSchemaThanPublicNothingIsKnownIfAScriptNamesPublic() {
        project.with("V1__users.sql", "create table public.users (id int);");
        ProvedScripts.write(project.folder());
        project.execute("create schema app; create table app.users (id int)");
        Run adopt = Run.with(
                        Map.of("DATABASE_URL", project.database().url() + "?currentSchema=app"),
                        "adopt",
                        "--locations",
                        project.folder().toString())
                .masked(project.database(), project.folder());
        assertThat(adopt.text()).isEqualTo("""
                exit 3
                --- stderr
                error: nothing was proved of schema "app" of database app on localhost:PORT: scripts name schema public
                  state: nothing was changed
                  help:  name the schema in which the scripts were proved, for example currentSchema=public in DATABASE_URL
                """);
    }

    @Test
    void theSchemaThatTheScriptsAreRunInIsNotComparedUnlessARevisionMakesIt() {
        project.with("V1__users.sql", "create table users (id int);");
        assertThat(run("prove", "--default-schema", "app")).startsWith("exit 0\n");
        project.execute("create schema app; create table app.users (id int)");
        assertThat(run("adopt", "--default-schema", "app")).isEqualTo("""
                    exit 0
                    recording 1  users (not run)
                    adopted: app on localhost:PORT is at 1, whose schema it has (2 objects)
                    """);
        assertThat(run("drift", "--default-schema", "app")).startsWith("exit 0\nno drift: ");
    }

    @Test
    void tablesInASchemaThatTheScriptsNameAreSeen() {
        project.with("V1__app.sql", "create schema app; create table app.users (id int);")
                .with("V2__name.sql", "alter table app.users add name text;");
        ProvedScripts.write(project.folder());
        project.execute("create schema app");
        assertThat(run("adopt")).startsWith("exit 0\nnothing to adopt: ").contains("is empty");
        project.execute("create table app.users (id int)");
        assertThat(run("adopt")).isEqualTo("""
                exit 0
                recording 1  app (not run)
                adopted: app on localhost:PORT is at 1, whose schema it has (3 objects)
                """);
        assertThat(run("upgrade")).startsWith("exit 0\napplied 2  name");
    }
}
