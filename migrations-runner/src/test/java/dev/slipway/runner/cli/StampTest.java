package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StampTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void threeScripts(@TempDir Path folder) {
        scripts = new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int);")
                .with("V2__drop_name.sql", "-- compat: contract\nalter table users drop name;")
                .with("V3__email.sql", "alter table users add email text;");
        database.execute("create table users (id int)");
    }

    @Test
    void recordsWithoutRunningAndLetsTheNextUpgradeGoOn() {
        assertThat(run("stamp", "2").text()).isEqualTo("""
                exit 0
                recorded 1, 2 without running: app on localhost:PORT is at 2
                """);
        assertThat(database.query("select obj_description('flyway_schema_history'::regclass)"))
                .containsExactly("slipway contract: 2");
        assertThat(run("upgrade").text()).isEqualTo("""
                exit 0
                applied 3  email  TIME
                applied 1 script in TIME: app on localhost:PORT is at 3
                """);
        StockFlyway.on(database, scripts.path()).validate();
    }

    @Test
    void recordsUpToHead() {
        assertThat(run("stamp", "head").out())
                .isEqualTo("recorded 1, 2, 3 without running: app on localhost:PORT is at 3\n");
        assertThat(run("stamp", "head").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3\n");
        assertThat(run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3\n");
    }

    @Test
    void refusesToGoBack() {
        run("stamp", "3");
        assertThat(run("stamp", "1").text()).isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT is at 3 already, above 1
                  state: nothing was changed
                  help:  stamp a revision from 3 upwards
                """);
    }

    @Test
    void needsATarget() {
        assertThat(run("stamp").text()).isEqualTo("""
                exit 2
                --- stderr
                error: missing required parameter: 'TARGET'
                  state: nothing was changed
                  help:  see `slipway stamp --help`
                """);
    }

    private Run run(String... arguments) {
        return Run.on(database, scripts.path(), arguments);
    }
}
