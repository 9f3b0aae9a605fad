package dev.slipway.runner.engine.verify;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.postgres.catalog.MatchingRows;
import java.util.List;
import java.util.Optional;

/// Rows that tell different things to two generations of a service.
final class Divergence {
    private Divergence() {}

    static Optional<Finding> finding(Model.Table table, Model.Generations pair, MatchingRows rows) {
        if (rows.count() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "%s.%s".formatted(table.name(), pair.legacy()),
                "it does not agree with %s in %s%s"
                        .formatted(pair.modern(), inRows(rows), examples(table.primaryKey(), rows)),
                "old and new versions of the service see different things",
                "with the triggers in place, say which side is right; if it is %s: update %s set %s = (%s) where %s"
                        .formatted(pair.modern(), table.name(), pair.legacy(), pair.legacyFrom(), pair.disagree())));
    }

    static String inRows(MatchingRows rows) {
        return rows.count() == 1 ? "1 row" : rows.count() + " rows";
    }

    /// @param key the columns of the primary key
    static String examples(List<String> key, MatchingRows rows) {
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
