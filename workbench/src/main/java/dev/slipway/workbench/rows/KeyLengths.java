package dev.slipway.workbench.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How long texts may be that others refer to: no longer than the shortest column that refers to them,
/// whatever their own type allows.
final class KeyLengths {
    private final Map<Long, RowTable> tables;
    private boolean changed;

    private KeyLengths(Map<Long, RowTable> tables) {
        this.tables = new LinkedHashMap<>(tables);
    }

    static Map<Long, RowTable> fitted(Map<Long, RowTable> tables) {
        KeyLengths lengths = new KeyLengths(tables);
        do {
            lengths.changed = false;
            tables.keySet().forEach(lengths::fit);
        } while (lengths.changed);
        return lengths.tables;
    }

    private void fit(long child) {
        RowTable table = Objects.requireNonNull(tables.get(child));
        for (RowTable.Constraint key : table.foreignKeys()) {
            RowTable parent = tables.get(key.reference().table());
            if (parent != null) {
                fit(parent, parent.columns(key.reference().columns()), table.columns(key));
            }
        }
    }

    private void fit(RowTable parent, List<RowColumn> referenced, List<RowColumn> referring) {
        RowTable fitted = parent;
        for (int i = 0; i < Math.min(referenced.size(), referring.size()); i++) {
            RowColumnType wide = referenced.get(i).type();
            int length = referring.get(i).type().length();
            if (length > 0 && wide.isText() && (wide.length() < 0 || wide.length() > length)) {
                fitted = with(fitted, referenced.get(i).of(wide.ofLength(length)));
                changed = true;
            }
        }
        tables.put(parent.id(), fitted);
    }

    private static RowTable with(RowTable table, RowColumn column) {
        List<RowColumn> columns = new ArrayList<>(table.columns());
        columns.replaceAll(one -> one.number() == column.number() ? column : one);
        return new RowTable(
                table.id(), table.name(), table.root(), table.usable(), columns, table.constraints(), table.keys());
    }
}
