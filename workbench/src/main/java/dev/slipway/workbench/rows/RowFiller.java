package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Inserts rows into one table. A row that must differ from another is varied in one column after the other, until the
/// server takes it, so that rows are equal in all that may be equal.
final class RowFiller {
    private static final int ATTEMPTS = 40;
    private static final Pattern KEY = Pattern.compile("\\((.*)\\)=\\(");
    private static final Pattern WORD = Pattern.compile("\"(?:[^\"]|\"\")+\"|\\w+");

    private final Session session;
    private final RowTable table;

    /// How far each set of values was used; what is used once is not used again where rows must differ.
    private final Map<ValueSet, Integer> used = new HashMap<>();

    private @Nullable String refusal;

    RowFiller(Session session, RowTable table) {
        this.session = session;
        this.table = table;
    }

    /// What the server said of the last row that it did not take.
    @Nullable
    String refusal() {
        return refusal;
    }

    /// @param last whether the last column of several is varied, or else the first
    /// @return whether there is one row more now
    boolean insert(List<ValueSet> sets, boolean last) {
        Map<ValueSet, Integer> chosen = new LinkedHashMap<>();
        sets.forEach(set -> chosen.put(set, 0));
        return insert(chosen, last);
    }

    /// Inserts rows until each of the choices that have to be in some row is in one. A row takes one choice of all
    /// sets; where the server refuses that, each has a row of its own.
    boolean insertEach(List<ValueSet> sets) {
        int most = sets.stream().mapToInt(set -> set.each().size()).max().orElse(0);
        boolean taken = false;
        for (int number = 0; number < most; number++) {
            Map<ValueSet, Integer> together = new LinkedHashMap<>();
            for (ValueSet set : sets) {
                together.put(
                        set,
                        set.each().isEmpty()
                                ? 0
                                : set.each().get(number % set.each().size()));
            }
            taken |= insert(new LinkedHashMap<>(together), true) || insertApart(together);
        }
        return taken;
    }

    private boolean insertApart(Map<ValueSet, Integer> together) {
        boolean taken = false;
        for (ValueSet given : together.keySet()) {
            if (!given.each().isEmpty()) {
                Map<ValueSet, Integer> chosen = new LinkedHashMap<>();
                together.forEach((set, choice) -> chosen.put(set, set.equals(given) ? choice : 0));
                taken |= insert(chosen, true);
            }
        }
        return taken;
    }

    private boolean insert(Map<ValueSet, Integer> chosen, boolean last) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                insert(chosen);
                return true;
            } catch (SQLException e) {
                refusal = ServerErrors.of(e).message();
                if (!vary(chosen, e, last)) {
                    return false;
                }
            }
        }
        return false;
    }

    private void insert(Map<ValueSet, Integer> chosen) throws SQLException {
        Map<RowColumn, String> row = new LinkedHashMap<>();
        chosen.forEach((set, choice) -> row.putAll(set.choices().get(choice)));
        String sql = row.isEmpty()
                ? "insert into %s default values".formatted(table.name())
                : "insert into %s (%s) overriding system value values (%s)"
                        .formatted(
                                table.name(),
                                row.keySet().stream().map(RowColumn::name).collect(Collectors.joining(", ")),
                                String.join(", ", row.values()));
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /// SQLSTATE 23505 is a unique violation, 23P01 an exclusion violation: the detail names the columns. What else is
    /// refused may be taken with other rows to refer to.
    private boolean vary(Map<ValueSet, Integer> chosen, SQLException refused, boolean last) {
        String state = String.valueOf(refused.getSQLState());
        boolean conflict = state.equals("23505") || state.equals("23P01");
        List<RowColumn> columns = conflict ? columns(String.valueOf(refused.getMessage())) : List.of();
        List<ValueSet> sets = new ArrayList<>(chosen.keySet().stream()
                .filter(set -> columns.stream().anyMatch(set::has))
                .toList());
        if (last) {
            Collections.reverse(sets);
        }
        for (ValueSet set : sets) {
            int next = Math.max(used.getOrDefault(set, 0), chosen.getOrDefault(set, 0)) + 1;
            if (next < set.choices().size()) {
                used.put(set, next);
                chosen.put(set, next);
                return true;
            }
        }
        return false;
    }

    private List<RowColumn> columns(String message) {
        Matcher key = KEY.matcher(message);
        if (!key.find()) {
            return List.of();
        }
        List<String> words =
                WORD.matcher(key.group(1)).results().map(match -> match.group()).toList();
        return table.columns().stream()
                .filter(column -> words.contains(column.name()))
                .toList();
    }
}
