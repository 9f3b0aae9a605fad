package dev.slipway.testing;

/// A history that no runner wrote.
public final class HandWrittenHistory {
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

    private HandWrittenHistory() {}

    /// Creates an empty one.
    public static void create(TestDatabase database) {
        database.execute(TABLE);
    }

    /// Adds a row.
    ///
    /// @param version an empty text for none
    public static void record(TestDatabase database, String version, String type, String script, boolean success) {
        database.execute("""
            insert into flyway_schema_history
            select coalesce(max(installed_rank), 0) + 1, nullif('%s', ''), 'by hand', '%s', '%s', 0, current_user, now(), 1, %s
            from flyway_schema_history
            """.formatted(version, type, script, success));
    }
}
