package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.Token;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What PostgreSQL refuses of a statement only because it says CONCURRENTLY: the same without the word runs.
///
/// Sources: `DefineIndex`, `RemoveRelations`, `ReindexRelationConcurrently`, `index_concurrently_create_copy` and
/// `ATExecDetachPartition` in PostgreSQL.
public final class ConcurrentRefusal {
    private static final String NOT_SUPPORTED = "0A000";
    private static final String NOT_IN_PREREQUISITE_STATE = "55000";

    private ConcurrentRefusal() {}

    /// In the words of PostgreSQL, or nothing if it does not refuse.
    public static Optional<SQLException> of(Session session, String sql) throws SQLException {
        List<Token> tokens = SqlScript.read(sql).significant();
        if (tokens.stream().noneMatch(token -> token.isWord(sql, "concurrently"))) {
            return Optional.empty();
        }
        return switch (NonTransactionalStatement.of(sql)) {
            case IndexBuild build ->
                relation(session, build.table())
                        .filter(Relation::partitioned)
                        .map(table -> unsupported(
                                "cannot create index on partitioned table \"%s\" concurrently", table.name()));
            case IndexDrop drop -> drop(session, drop.name(), sql, tokens);
            case Reindexing reindexing -> reindex(session, reindexing);
            case Detachment detachment ->
                relation(session, detachment.table())
                        .filter(Relation::hasDefault)
                        .map(_ -> new SQLException(
                                "cannot detach partitions concurrently when a default partition exists",
                                NOT_IN_PREREQUISITE_STATE));
            case ObjectExistence _, RepeatableStatement _ -> Optional.empty();
        };
    }

    private static Optional<SQLException> drop(Session session, String name, String sql, List<Token> tokens)
            throws SQLException {
        if (tokens.stream().anyMatch(token -> token.in(sql).equals(","))) {
            return Optional.of(unsupported("DROP INDEX CONCURRENTLY does not support dropping multiple objects"));
        }
        if (tokens.stream().anyMatch(token -> token.isWord(sql, "cascade"))) {
            return Optional.of(unsupported("DROP INDEX CONCURRENTLY does not support CASCADE"));
        }
        return relation(session, name)
                .filter(Relation::partitioned)
                .map(index -> unsupported("cannot drop partitioned index \"%s\" concurrently", index.name()));
    }

    private static Optional<SQLException> reindex(Session session, Reindexing reindexing) throws SQLException {
        Optional<Relation> relation = switch (reindexing.kind()) {
            case "index", "table" -> relation(session, reindexing.name());
            default -> Optional.empty();
        };
        if (reindexing.kind().equals("system")
                || relation.filter(Relation::ofCatalog).isPresent()) {
            return Optional.of(unsupported("cannot reindex system catalogs concurrently"));
        }
        return relation.filter(Relation::excluding)
                .map(_ -> unsupported("concurrent index creation for exclusion constraints is not supported"));
    }

    private static SQLException unsupported(String message, String... names) {
        return new SQLException(message.formatted((Object[]) names), NOT_SUPPORTED);
    }

    /// @param hasDefault whether it has a default partition
    /// @param ofCatalog whether it belongs to PostgreSQL itself
    /// @param excluding whether it is the index of an exclusion constraint
    private record Relation(
            String name, boolean partitioned, boolean hasDefault, boolean ofCatalog, boolean excluding) {}

    private static Optional<Relation> relation(Session session, String name) throws SQLException {
        return CatalogRows.all(
                        session,
                        "concurrently.sql",
                        row -> new Relation(
                                row.getString(1),
                                row.getBoolean(2),
                                row.getBoolean(3),
                                row.getBoolean(4),
                                row.getBoolean(5)),
                        name)
                .stream()
                .findFirst();
    }
}
