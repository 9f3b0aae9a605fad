package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.entity.EntityTable;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/// Finds how a column is collated, computed and counted otherwise than its definition says.
record ModelClauseComparison(
        TableDefinition table, TableDefinition.Column now, TableDefinition.Column wanted, EntityTable.Column asked) {
    List<ModelDifference> differences() {
        List<ModelDifference> differences = new ArrayList<>();
        if (!wanted.collation().isEmpty() && !wanted.collation().equals(now.collation())) {
            differences.add(new ClauseDifference.OtherCollation(table, now, wanted));
        } else if (!now.collation().isEmpty() && wanted.collation().isEmpty() && !now.generated()) {
            differences.add(new LostClause.LostCollation(table, now));
        }
        if (wanted.generated() && !now.generated()) {
            differences.add(new LostClause.Uncomputed(table, now, wanted));
        } else if (wanted.generated() && !wanted.expression().equals(now.expression())) {
            differences.add(new ClauseDifference.OtherExpression(table, now, wanted));
        } else if (now.generated() && !wanted.generated()) {
            differences.add(new LostClause.LostExpression(table, now));
        }
        if (asked.exact()
                && now.identity()
                && wanted.identity()
                && !now.counted().equals(wanted.counted())) {
            differences.add(new ClauseDifference.OtherCounting(table, now, wanted));
        }
        if (now.identity() && !wanted.identity() && wanted.defaultValue() == null) {
            differences.add(
                    now.notNull() && !wanted.notNull()
                            ? new LostClause.CountedNull(table, now)
                            : new LostClause.LostCounting(table, now));
        }
        if (!asked.exact() && now.defaultValue() != null && wanted.defaultValue() == null && !wanted.identity()) {
            differences.add(new LostClause.LostDefault(table, now));
        }
        return differences;
    }
}
