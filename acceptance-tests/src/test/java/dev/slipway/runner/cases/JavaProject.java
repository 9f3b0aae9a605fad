package dev.slipway.runner.cases;

import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The case `java-migrations-of-old-flyway-in-the-history`, with a database that has its history.
///
/// @param text of the stand-in, which is not among the scripts yet
record JavaProject(TestDatabase database, ScriptFolder scripts, String text) {
    static final String STAND_IN = "V1_1__NormalizeNames.sql";

    static JavaProject in(Path folder) throws IOException {
        ScriptFolder scripts = Case.copied("java-migrations-of-old-flyway-in-the-history", folder);
        TestDatabase database = PostgresServer.shared().createDatabase();
        database.execute(Files.readString(folder.resolve("setup.sql")));
        String text = Files.readString(folder.resolve("stand-in").resolve(STAND_IN));
        return new JavaProject(database, scripts.without("setup.sql").without("stand-in/" + STAND_IN), text);
    }

    void standIn() {
        scripts.with(STAND_IN, text);
    }

    Run run(String... arguments) {
        return Run.on(database, scripts.path(), arguments);
    }

    List<String> rows() {
        return database.query("select installed_rank, version, type, script, checksum, success"
                + " from flyway_schema_history order by 1");
    }

    List<String> columns() {
        return database.query("select attname from pg_attribute where attrelid = 'accounts'::regclass and attnum > 0"
                + " order by attnum");
    }
}
