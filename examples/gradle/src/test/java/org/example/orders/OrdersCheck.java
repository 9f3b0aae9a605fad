package org.example.orders;

import dev.slipway.gate.SchemaGate;
import dev.slipway.runner.testing.MigratedDatabase;
import dev.slipway.runner.testing.MigratedDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/// Whether a service built for revision 2 can serve at each revision.
public final class OrdersCheck {
    private OrdersCheck() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                MigratedDatabases databases = MigratedDatabases.on(server.getJdbcUrl("postgres", "postgres"))
                        .from("../migrations")) {
            for (String revision : new String[] {"1", "2", "3"}) {
                try (MigratedDatabase database = databases.at(revision)) {
                    PGSimpleDataSource source = new PGSimpleDataSource();
                    source.setUrl(database.jdbcUrl());
                    source.setUser(database.user());
                    source.setPassword(database.password());
                    System.out.println(revision + ": "
                            + SchemaGate.of(source, "2").read().getClass().getSimpleName());
                }
            }
        }
    }
}
