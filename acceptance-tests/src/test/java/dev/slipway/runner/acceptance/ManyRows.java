package dev.slipway.runner.acceptance;

import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;

/// Scripts of which the first makes a table with 5000 rows.
public final class ManyRows {
    private static final String ROWS = "create table users (id bigint primary key, name text, n int not null default 0,"
            + " email text); insert into users (id, name) select 3 * i, 'user ' || i from generate_series(1, 5000) i;";

    private ManyRows() {}

    public static ScriptFolder in(Path folder) {
        return new ScriptFolder(folder).with("V1__users.sql", ROWS);
    }

    public static List<String> history(TestDatabase database) {
        return database.query("select version, success from flyway_schema_history order by installed_rank");
    }
}
