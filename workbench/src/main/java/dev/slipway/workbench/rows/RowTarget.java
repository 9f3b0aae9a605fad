package dev.slipway.workbench.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What takes rows for one table, or refuses them.
sealed interface RowTarget permits ServerRows, ForeseenRows {
    /// That a row was not taken.
    ///
    /// @param conflict the columns in which it must differ from another, or none if no other values help
    record Refused(List<RowColumn> conflict) {
        public Refused {
            conflict = List.copyOf(conflict);
        }
    }

    /// @param row what stands in SQL for each column that is not left out
    Optional<Refused> add(Map<RowColumn, String> row);
}
