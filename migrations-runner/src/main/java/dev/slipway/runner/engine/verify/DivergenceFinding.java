package dev.slipway.runner.engine.verify;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.postgres.catalog.MatchingRows;
import java.util.List;

/// Rows that tell different things to two generations of a service.
///
/// @param table as it can stand in SQL, as do its columns
/// @param key the columns of its primary key
record DivergenceFinding(String table, String old, String modern, List<String> key) {
    /// @param value what the old side has to be, in SQL
    /// @param condition of the rows that diverge
    Finding finding(MatchingRows rows, String value, String condition) {
        return new Finding(
                "%s.%s".formatted(table, old),
                "it does not agree with %s in %s%s".formatted(modern, Plural.of(rows.count(), "row"), examples(rows)),
                "old and new versions of the service see different things",
                "go on with `batch` if rows are left to it; else, with the triggers in place, say which side is right;"
                        + " if it is %s: update %s set %s = %s where %s"
                                .formatted(modern, table, old, value, condition));
    }

    private String examples(MatchingRows rows) {
        List<String> examples = rows.examples();
        if (examples.isEmpty()) {
            return "";
        }
        boolean more = rows.count() > examples.size();
        boolean composite = key.size() > 1;
        String keys = String.join(
                ", ",
                examples.stream()
                        .map(each -> composite ? "(" + each + ")" : each)
                        .toList());
        return ": %s %s%s".formatted(String.join(", ", key), keys, more ? ", ..." : "");
    }
}
