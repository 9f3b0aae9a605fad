package dev.slipway.runner.acceptance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where nothing was proved of a database, nothing is said to have drifted.
final class DriftRefusedTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void provedScripts(@TempDir Path folder) {
        scripts = new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int not null, created_at timestamptz);")
                .with("V2__email.sql", "alter table users add email varchar(254) unique;");
        ProvedScripts.write(folder);
    }

    @Test
    void withoutAHistoryThereIsNoPosition() {
        assertThat(run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT is empty and has no history: nothing was applied yet
                  state: nothing was changed
                  help:  run `upgrade`; if it should not be empty, see whether DATABASE_URL names the right database and schema
                """);
        database.execute("create table users (id int)");
        assertThat(run("drift").text()).isEqualTo("""
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
        scripts.without("manifest.json");
        run("upgrade");
        assertThat(run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have no manifest: the schema that they make is unknown
                  state: nothing was changed
                  help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
                """);
    }

    @Test
    void withoutAProofTheFingerprintOfTheLastRunIsLeft() {
        run("upgrade");
        scripts.without("manifest.json");
        assertThat(run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have no manifest: the schema that they make is unknown
                  but it is the schema that the last run left
                  state: nothing was changed
                  help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
                """);
        database.execute("alter table users add nickname text");
        assertThat(run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have no manifest: the schema that they make is unknown
                  but it is not the schema that the last run left: somebody changed it since
                  state: nothing was changed
                  help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
                """);
    }

    @Test
    void aSchemaThatNobodyProvedIsSaidToBeOne() {
        database.execute("create schema tenant");
        database.execute("alter role %s set search_path = tenant".formatted(database.owner()));
        run("upgrade");
        assertThat(run("drift").text()).isEqualTo("""
                exit 3
                --- stderr
                error: nothing was proved of schema "tenant" of database app on localhost:PORT
                  state: nothing was changed
                  help:  name the schema in which the scripts were proved, for example currentSchema=public in DATABASE_URL
                """);
    }

    @Test
    void aHistoryThatDoesNotMatchTheScriptsIsAnotherMatter() {
        run("upgrade");
        scripts.with("V2__email.sql", "alter table users add mail text;");
        assertThat(run("drift").exitCode()).isEqualTo(7);
    }

    private Run run(String... arguments) {
        return Run.on(database, scripts.path(), arguments);
    }
}
