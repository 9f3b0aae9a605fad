package dev.slipway.runner.postgres.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Queries of the catalog.
///
/// To plan a large one takes longer than to run it, so those that are asked again are prepared, once for a session.
/// They are prepared in SQL: the driver forgets what it has prepared on every CREATE, ALTER or DROP.
public record CatalogQueries(Connection connection) {
    /// How the names of what is prepared begin.
    public static final String PREFIX = "slipway_";

    private static final String NAMES =
            "select name from pg_catalog.pg_prepared_statements where pg_catalog.starts_with(name, '%s')"
                    .formatted(PREFIX);

    private static final String OTHERS =
            "select name from pg_catalog.pg_prepared_statements where from_sql and not pg_catalog.starts_with(name, '%s')"
                    .formatted(PREFIX);

    /// What is done with each row.
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /// One that is prepared: its name, with the values of its parameters in parentheses, and its reader.
    public record Call(String text, RowReader reader) {}

    public void query(String sql, RowReader reader) throws SQLException {
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(sql)) {
            read(rows, reader);
        }
    }

    /// Prepares those that the session does not have: all at first, and when a script has let go of them.
    ///
    /// @param queries by their names, unique in the session, with the types of their parameters in parentheses
    public void prepare(Map<String, Supplier<String>> queries) throws SQLException {
        Set<String> names = new HashSet<>();
        query(NAMES, row -> names.add(row.getString(1)));
        for (Map.Entry<String, Supplier<String>> query : queries.entrySet()) {
            String name = PREFIX + query.getKey();
            if (!names.contains(name.replaceFirst("\\(.*", ""))) {
                run("prepare %s as %s".formatted(name, query.getValue().get()));
            }
        }
    }

    /// The names of what scripts have prepared in the session and left there.
    public static List<String> preparedByScripts(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        new CatalogQueries(connection).query(OTHERS, row -> names.add(row.getString(1)));
        return names;
    }

    /// Runs one that is prepared.
    ///
    /// @param call its name, with the values of its parameters in parentheses
    public void execute(String call, RowReader reader) throws SQLException {
        execute(List.of(new Call(call, reader)));
    }

    /// Runs some that are prepared, in one round trip.
    ///
    /// @throws SQLException of SQLSTATE 26000, `invalid_sql_statement_name`, if the session lacks one of them
    public void execute(List<Call> calls) throws SQLException {
        execute(List.of(), calls);
    }

    /// The same after statements whose results nobody reads.
    public void execute(List<String> statements, List<Call> calls) throws SQLException {
        String sql = Stream.concat(statements.stream(), calls.stream().map(call -> "execute " + PREFIX + call.text()))
                .collect(Collectors.joining(";\n"));
        try (Statement statement = statement()) {
            statement.execute(sql);
            for (int passed = 0; passed < statements.size(); passed++) {
                statement.getMoreResults();
            }
            for (Call call : calls) {
                read(statement.getResultSet(), call.reader());
                statement.getMoreResults();
            }
        }
    }

    private static void read(ResultSet rows, RowReader reader) throws SQLException {
        while (rows.next()) {
            reader.read(rows);
        }
    }

    private void run(String sql) throws SQLException {
        execute(List.of(sql), List.of());
    }

    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }
}
