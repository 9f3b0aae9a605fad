package dev.slipway.runner.cases;

import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;

/// The scripts of the case `baseline-script`, and a database for them.
record BaselineProject(TestDatabase database, ScriptFolder scripts) {
    static final String B2 = "B2__fruit_as_of_2.sql";

    static BaselineProject in(Path folder) {
        return new BaselineProject(PostgresServer.shared().createDatabase(), Case.copied("baseline-script", folder));
    }

    Flyway flyway() {
        return StockFlyway.on(database, scripts.path());
    }

    Run run(String... arguments) {
        return Run.on(database, scripts.path(), arguments);
    }

    List<String> history() {
        return database.query("select installed_rank, version, description, type, script, checksum, success"
                + " from flyway_schema_history order by 1");
    }
}
