package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.postgres.sql.CatalogQueries;
import dev.slipway.runner.postgres.sql.CatalogQueries.Call;
import dev.slipway.runner.postgres.sql.CatalogQueries.RowReader;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The queries that read the schema of a scope, and what a session has prepared of them, for any schemas: a session
/// that
/// serves many tenants plans them once.
///
/// @param suffix how the names of what is prepared end
record ScopeQueries(CatalogQueries queries, SchemaScope scope, SchemaSql sql, String suffix) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /// By the scope without its schemas.
    private static final Map<SchemaScope, String> SUFFIXES = new ConcurrentHashMap<>();

    private static final Set<String> ANY = Set.of("");
    private static final String PARAMETERS = "(oid[], text[])";
    private static final String SCHEMAS = "$2";

    static ScopeQueries of(Connection connection, SchemaScope scope) {
        boolean all = scope.schemas().isEmpty();
        return new ScopeQueries(
                new CatalogQueries(connection),
                scope,
                new SchemaSql(scope, ScopedSql.prepared(all, SCHEMAS)),
                SUFFIXES.computeIfAbsent(all ? scope : scope.in(ANY), _ -> "_" + NUMBER.incrementAndGet()));
    }

    /// Prepares those that the session lacks, by their names.
    void prepare(Map<String, Supplier<String>> texts) throws SQLException {
        queries.prepare(texts.entrySet().stream()
                .collect(Collectors.toMap(text -> text.getKey() + suffix + PARAMETERS, Map.Entry::getValue)));
    }

    Call call(String name, Set<Long> relations, RowReader reader) {
        String numbers = relations.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return new Call("%s%s('%s', %s)".formatted(name, suffix, numbers, Quote.array(scope.schemas())), reader);
    }
}
