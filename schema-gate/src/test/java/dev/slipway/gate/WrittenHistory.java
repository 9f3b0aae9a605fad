package dev.slipway.gate;

import dev.slipway.testing.HandWrittenHistory;
import dev.slipway.testing.KnownHistory;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/// A database whose history is written by hand.
///
/// @param reader a role that may only read it
record WrittenHistory(TestDatabase owner, String reader) {
    private static final String PASSWORD = "reader's secret";

    static WrittenHistory create() {
        TestDatabase owner = PostgresServer.shared().createDatabase();
        String reader = "reader_of_" + owner.name();
        owner.server().execute("create role %s login password '%s'".formatted(reader, PASSWORD.replace("'", "''")));
        return new WrittenHistory(owner, reader);
    }

    PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(owner.jdbcUrl());
        source.setUser(reader);
        source.setPassword(PASSWORD);
        return source;
    }

    /// As programs in other languages take it.
    String libpqUrl() {
        return "postgresql://%s:%s@localhost:%d/%s"
                .formatted(reader, PASSWORD.replace(" ", "%20"), owner.server().port(), owner.name());
    }

    /// Replaces the history by an empty one that the reader may read.
    void forget() {
        owner.execute("drop table if exists flyway_schema_history");
        HandWrittenHistory.create(owner);
        allow();
    }

    void allow() {
        owner.execute("grant select on flyway_schema_history to " + reader);
    }

    void execute(String sql) {
        owner.execute(sql);
    }

    void record(String version, String type, String script, boolean success) {
        HandWrittenHistory.record(owner, version, type, script, success);
    }

    void record(KnownHistory.Row row) {
        owner.execute("insert into flyway_schema_history"
                + " values (%d, nullif('%s', ''), 'row', '%s', 'script', null, current_user, now(), 1, %s)"
                        .formatted(row.rank(), row.version().orElse(""), row.type(), row.success()));
    }
}
