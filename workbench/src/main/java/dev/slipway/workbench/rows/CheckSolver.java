package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds values that satisfy checks, by letting the server try many.
final class CheckSolver {
    private static final int COMBINATIONS = 40_000;
    private static final int SOLUTIONS = 40;

    private final Session session;
    private final Map<String, Boolean> castable = new HashMap<>();

    CheckSolver(Session session) {
        this.session = session;
    }

    /// Values of columns that satisfy all checks together, by column; the best come first.
    ///
    /// @param sparse whether nulls are better than anything else
    /// @return none if nothing was found
    List<Map<RowColumn, String>> solve(List<RowColumn> columns, Collection<String> checks, boolean sparse) {
        String all = String.join(" and ", checks);
        int most = (int) Math.max(2, Math.pow(COMBINATIONS, 1.0 / columns.size()));
        List<List<String>> values = columns.stream()
                .map(column -> values(column, all, sparse).stream().limit(most).toList())
                .toList();
        String own = unlike(columns);
        String numbers = list(columns, number -> "v%d.%s%d".formatted(number, own, number), ", ");
        String from = list(columns, number -> alternatives(columns.get(number), values.get(number), own, number), ", ");
        String where = checks.stream().map("coalesce((%s), true)"::formatted).collect(Collectors.joining(" and "));
        String query = "select %s from %s where %s order by greatest(%s), %s limit %d"
                .formatted(numbers, from, where, numbers, numbers.replace(", ", " + "), SOLUTIONS);
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<Map<RowColumn, String>> solutions = new ArrayList<>();
            while (row.next()) {
                Map<RowColumn, String> solution = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    solution.put(columns.get(i), values.get(i).get(row.getInt(i + 1)));
                }
                solutions.add(solution);
            }
            return solutions;
        } catch (SQLException _) {
            return columns.size() == 1 ? oneByOne(columns.getFirst(), values.getFirst(), where) : List.of();
        }
    }

    /// A check may fail on some values instead of saying no.
    private List<Map<RowColumn, String>> oneByOne(RowColumn column, List<String> values, String where) {
        return values.stream()
                .filter(value -> holds("select %s from (values (%s)) as v (%s)".formatted(where, value, column.name())))
                .map(value -> Map.of(column, value))
                .toList();
    }

    private boolean holds(String query) {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException _) {
            return false;
        }
    }

    private static String list(List<RowColumn> columns, IntFunction<String> text, String between) {
        return IntStream.range(0, columns.size()).mapToObj(text).collect(Collectors.joining(between));
    }

    /// What names of our own begin with, and none of the columns.
    private static String unlike(List<RowColumn> columns) {
        String name = "slipway_";
        for (RowColumn column : columns) {
            while (column.name().startsWith(name)) {
                name += "_";
            }
        }
        return name;
    }

    private static String alternatives(RowColumn column, List<String> values, String own, int number) {
        String rows = IntStream.range(0, values.size())
                .mapToObj(index -> "(%d, %s)".formatted(index, values.get(index)))
                .collect(Collectors.joining(", "));
        return "(values %s) as v%d (%s%d, %s)".formatted(rows, number, own, number, column.name());
    }

    private List<String> values(RowColumn column, String checks, boolean sparse) {
        List<String> values = new ArrayList<>();
        ValueCandidates.of(column.type(), checks).stream()
                .map(column::value)
                .filter(value -> column.type().isText() || isCastable(value))
                .forEach(values::add);
        if (!column.required()) {
            values.add(sparse ? 0 : values.size(), column.none());
        }
        return values;
    }

    /// Whether the type takes the text at all.
    boolean isCastable(String value) {
        return castable.computeIfAbsent(value, _ -> {
            try (Statement statement = session.connection().createStatement()) {
                statement.execute("select " + value);
                return true;
            } catch (SQLException _) {
                return false;
            }
        });
    }
}
