package dev.slipway.workbench.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Chooses rows for one table. A row that must differ from another is varied in one column after the other, until it is
/// taken, so that rows are equal in all that may be equal.
final class RowFiller {
    private static final int ATTEMPTS = 40;

    private final RowTarget target;

    /// How far each set of values was used; what is used once is not used again where rows must differ.
    private final Map<ValueSet, Integer> used;

    /// @param used by the rows before these, each set of values by how far
    RowFiller(RowTarget target, Map<ValueSet, Integer> used) {
        this.target = target;
        this.used = new HashMap<>(used);
    }

    Map<ValueSet, Integer> used() {
        return Collections.unmodifiableMap(used);
    }

    /// @param last whether the last column of several is varied, or else the first
    /// @return whether there is one row more now
    boolean insert(List<ValueSet> sets, boolean last) throws SQLException {
        Map<ValueSet, Integer> chosen = new LinkedHashMap<>();
        sets.forEach(set -> chosen.put(set, 0));
        return insert(chosen, last);
    }

    /// Inserts rows until each of the choices that have to be in some row is in one. A row takes one choice of all
    /// sets; where that is refused, each has a row of its own.
    boolean insertEach(List<ValueSet> sets) throws SQLException {
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

    private boolean insertApart(Map<ValueSet, Integer> together) throws SQLException {
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

    /// For a table that takes neither all values nor as few as possible, as where exactly one of several columns has to
    /// be null, or not to be: rows that have one set of values from one list, and all others from the other.
    boolean insertMixed(List<ValueSet> full, List<ValueSet> sparse) throws SQLException {
        boolean taken = false;
        for (ValueSet one : full) {
            for (ValueSet other : sparse) {
                if (one.columns().equals(other.columns()) && !one.choices().equals(other.choices())) {
                    taken |= insert(replaced(sparse, other, one), true);
                    taken |= insert(replaced(full, one, other), true);
                }
            }
        }
        return taken;
    }

    private static List<ValueSet> replaced(List<ValueSet> sets, ValueSet former, ValueSet other) {
        return sets.stream().map(set -> set.equals(former) ? other : set).toList();
    }

    private boolean insert(Map<ValueSet, Integer> chosen, boolean last) throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<RowColumn, String> row = new LinkedHashMap<>();
            chosen.forEach((set, choice) -> row.putAll(set.choices().get(choice)));
            Optional<RowTarget.Refused> refused = target.add(row);
            if (refused.isEmpty()) {
                return true;
            }
            if (!vary(chosen, refused.get().conflict(), last)) {
                return false;
            }
        }
        return false;
    }

    private boolean vary(Map<ValueSet, Integer> chosen, List<RowColumn> conflict, boolean last) {
        List<ValueSet> sets = new ArrayList<>(chosen.keySet().stream()
                .filter(set -> conflict.stream().anyMatch(set::has))
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
}
