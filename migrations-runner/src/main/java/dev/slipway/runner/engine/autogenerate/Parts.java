package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Turns differences into SQL.
record Parts(SqlNames names, Set<String> costly, Standing standing) {
    /// @param costly the defaults that PostgreSQL would compute for each row
    Parts {
        costly = Set.copyOf(costly);
    }

    List<Part> of(List<Difference> differences) {
        List<Part> parts = new ArrayList<>();
        Set<String> bound = bound(differences);
        List<Part> between = new ArrayList<>();
        for (Difference difference : differences) {
            parts.addAll(of(difference, bound));
            if (difference instanceof Difference.NewTable wanted) {
                between.addAll(new NewTableSql(names, standing).later(wanted.in()));
                standing.add(wanted.in());
            }
        }
        parts.addAll(between);
        return parts;
    }

    private static Set<String> bound(List<Difference> differences) {
        Set<String> bound = new HashSet<>();
        for (Difference difference : differences) {
            String label = difference.in().label();
            if (difference instanceof Difference.NewForeignKey wanted) {
                wanted.key().columns().forEach(column -> bound.add(label + "." + column));
            } else if (difference instanceof Difference.NewIndex wanted && wanted.unique()) {
                wanted.columns().forEach(column -> bound.add(label + "." + column));
            } else if (difference instanceof Difference.OtherKey wanted) {
                wanted.wanted().forEach(column -> bound.add(label + "." + column));
            }
        }
        return bound;
    }

    private List<Part> of(Difference difference, Set<String> bound) {
        ColumnSql columns = new ColumnSql(names, costly, bound);
        KeySql keys = new KeySql(names);
        return switch (difference) {
            case Difference.NewTable wanted -> List.of(new NewTableSql(names, standing).part(wanted));
            case Difference.LostTable lost -> List.of(drop(lost.in()));
            case Difference.NewSequence wanted ->
                standing.addsSequence(wanted.sequence()) ? List.of(columns.add(wanted)) : List.of();
            case Difference.NewColumn wanted -> columns.add(wanted);
            case Difference.LostColumn lost -> List.of(columns.drop(lost));
            case Difference.Unfilled unfilled -> List.of(columns.allowNulls(unfilled));
            case Difference.NotCounted uncounted -> List.of(columns.count(uncounted));
            case Difference.OtherType other -> List.of(new TypeSql(names).change(other));
            case Difference.OtherNull other -> columns.changeNull(other);
            case Difference.OtherDefault other -> List.of(columns.changeDefault(other));
            case Difference.NewIndex wanted -> List.of(keys.add(wanted));
            case Difference.LostIndex lost -> List.of(keys.drop(lost));
            case Difference.LostUnique lost -> List.of(keys.drop(lost));
            case Difference.NewForeignKey wanted -> keys.add(wanted);
            case Difference.LostForeignKey lost -> List.of(keys.drop(lost));
            case Difference.OtherWords other -> keys.change(other);
            case Difference.NewLabels wanted -> List.of(keys.add(wanted));
            case Difference.OtherKey other -> new PrimaryKeySql(names, standing).change(other);
        };
    }

    private Part drop(Table table) {
        return new Part(
                Phase.CONTRACT, table.label(), List.of(), List.of("drop table " + names.of(table)), List.of(), false);
    }
}
