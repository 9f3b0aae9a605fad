package dev.slipway.gate;

import dev.slipway.testing.KnownHistory;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/// A database whose history is written by hand.
///
/// @param reader a role that may only read it
record WrittenHistory(TestDatabase owner, String reader) {
    private static final String PASSWORD = "reader's secret";

    /// The table as Flyway creates it.
    private static final String TABLE = """
            create table flyway_schema_history (
                installed_rank int not null constraint flyway_schema_history_pk primary key,
                version varchar(50),
                description varchar(200) not null,
                type varchar(20) not null,
                script varchar(1000) not null,
                checksum integer,
                installed_by varchar(100) not null,
                installed_on timestamp not null default now(),
                execution_time integer not null,
                success boolean not null
            );
            create index flyway_schema_history_s_idx on flyway_schema_history (success)
            """;

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
        owner.execute(TABLE);
        allow();
    }

    void allow() {
        owner.execute("grant select on flyway_schema_history to " + reader);
    }

    void execute(String sql) {
        owner.execute(sql);
    }

    void record(String version, String type, String script, boolean success) {
        owner.execute("""
                insert into flyway_schema_history
                select coalesce(max(installed_rank), 0) + 1, nullif('%s', ''), 'by hand', '%s', '%s', 0, current_user, now(), 1, %s
                from flyway_schema_history
                """.formatted(version, type, script, success));
    }

    void record(KnownHistory.Row row) {
        owner.execute("insert into flyway_schema_history"
                + " values (%d, nullif('%s', ''), 'row', '%s', 'script', null, current_user, now(), 1, %s)"
                        .formatted(row.rank(), row.version().orElse(""), row.type(), row.success()));
    }
}
