package dev.slipway.runner.acceptance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where nothing was proved of a database, nothing is said to have drifted.
final class DriftRefusedTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void provedScripts() {
        project.with("V1__users.sql", "create table users (id int not null, created_at timestamptz);")
                .with("V2__email.sql", "alter table users add email varchar(254) unique;");
        ProvedScripts.write(project.folder());
    }

    @Test
    void withoutAHistoryThereIsNoPosition() {
        assertThat(project.run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT is empty and has no history: nothing was applied yet
                  state: nothing was changed
                  help:  run `upgrade`; if it should not be empty, see whether DATABASE_URL names the right database and schema
                """);
        project.execute("create table users (id int)");
        assertThat(project.run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT has tables but no history
                  found: users
                  state: nothing was changed
                  help:  if these tables were made by the scripts, let `adopt` find out how far, or record it with `stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or another schema (currentSchema in DATABASE_URL)
                """);
    }

    @Test
    void withoutAProofThereIsNothingToCompareWith() {
        project.without("manifest.json");
        project.run("upgrade");
        assertThat(project.run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have no manifest: the schema that they make is unknown
                  state: nothing was changed
                  help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
                """);
    }

    @Test
    void withoutAProofTheFingerprintOfTheLastRunIsLeft() {
        project.run("upgrade");
        project.without("manifest.json");
        assertThat(project.run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have no manifest: the schema that they make is unknown
                  but it is the schema that the last run left
                  state: nothing was changed
                  help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
                """);
        project.execute("alter table users add nickname text");
        assertThat(project.run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have no manifest: the schema that they make is unknown
                  but it is not the schema that the last run left: somebody changed it since
                  state: nothing was changed
                  help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
                """);
    }

    @Test
    void withoutAProofATableInAnotherSchemaIsSeen() {
        project.run("upgrade");
        project.without("manifest.json");
        project.execute("create schema other; create table other.notes (id int)");
        assertThat(project.run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have no manifest: the schema that they make is unknown
                  but it is not the schema that the last run left: somebody changed it since
                  state: nothing was changed
                  help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
                """);
    }

    @Test
    void ofAnotherSchemaThanPublicNothingIsKnownIfAScriptNamesPublic() {
        project.execute("create schema tenant");
        project.execute("alter role %s set search_path = tenant"
                .formatted(project.database().owner()));
        project.without("manifest.json").with("V3__all.sql", "create table public.all_users (id int);");
        ProvedScripts.write(project.folder());
        project.run("upgrade");
        assertThat(project.run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: nothing was proved of schema "tenant" of database app on localhost:PORT: scripts name schema public
                  state: nothing was changed
                  help:  name the schema in which the scripts were proved, for example currentSchema=public in DATABASE_URL
                """);
    }

    @Test
    void aHistoryThatDoesNotMatchTheScriptsIsAnotherMatter() {
        project.run("upgrade");
        project.with("V2__email.sql", "alter table users add mail text;");
        assertThat(project.run("drift").exitCode()).isEqualTo(7);
    }
}
