package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.Token;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What PostgreSQL refuses of a statement only because it says CONCURRENTLY: the same without the word runs.
///
/// Sources: `DefineIndex`, `RemoveRelations` and `ATExecDetachPartition` in PostgreSQL.
public final class ConcurrentRefusal {
    private ConcurrentRefusal() {}

    /// In the words of PostgreSQL, or nothing if it does not refuse.
    public static Optional<String> of(Session session, String sql) throws SQLException {
        return switch (LoneStatement.of(sql)) {
            case IndexBuild build ->
                relation(session, build.table())
                        .filter(Relation::partitioned)
                        .map(table ->
                                "cannot create index on partitioned table \"%s\" concurrently".formatted(table.name()));
            case IndexDrop drop -> drop(session, drop, sql);
            case Detachment detachment ->
                relation(session, detachment.table())
                        .filter(Relation::hasDefault)
                        .map(_ -> "cannot detach partitions concurrently when a default partition exists");
            case Reindexing _, ObjectExistence _, RepeatableStatement _ -> Optional.empty();
        };
    }

    private static Optional<String> drop(Session session, IndexDrop drop, String sql) throws SQLException {
        List<Token> tokens = SqlScript.read(sql).significant();
        if (tokens.stream().anyMatch(token -> token.in(sql).equals(","))) {
            return Optional.of("DROP INDEX CONCURRENTLY does not support dropping multiple objects");
        }
        if (tokens.stream().anyMatch(token -> token.isWord(sql, "cascade"))) {
            return Optional.of("DROP INDEX CONCURRENTLY does not support CASCADE");
        }
        return relation(session, drop.name())
                .filter(Relation::partitioned)
                .map(index -> "cannot drop partitioned index \"%s\" concurrently".formatted(index.name()));
    }

    /// @param hasDefault whether it has a default partition
    private record Relation(String name, boolean partitioned, boolean hasDefault) {}

    private static Optional<Relation> relation(Session session, String name) throws SQLException {
        return CatalogRows.all(
                        session,
                        "concurrently.sql",
                        row -> new Relation(row.getString(1), row.getBoolean(2), row.getBoolean(3)),
                        name)
                .stream()
                .findFirst();
    }
}
