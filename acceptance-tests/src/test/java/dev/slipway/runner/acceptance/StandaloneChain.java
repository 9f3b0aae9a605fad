package dev.slipway.runner.acceptance;

import java.nio.file.Path;

/// Three revisions, of which the second builds and drops an index without a transaction.
public final class StandaloneChain {
    private StandaloneChain() {}

    public static ScriptFolder in(Path folder) {
        return new ScriptFolder(folder)
                .with(
                        "V1__users.sql",
                        "create table users as select g as id, 'a' as name from generate_series(1, 1000) g;")
                .with("U1__users.sql", "drop table users;")
                .with("V2__index.sql", "-- transaction: off\ncreate index concurrently i on users (id);")
                .with("U2__index.sql", "-- transaction: off\ndrop index concurrently i;")
                .with("V3__orders.sql", "create table orders as select g as id from generate_series(1, 7) g;")
                .with("U3__orders.sql", "drop table orders;");
    }
}
