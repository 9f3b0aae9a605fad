package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Turns differences into SQL.
record Parts(SqlNames names, Set<String> costly, Set<String> sequences) {
    /// @param costly the defaults that PostgreSQL would compute for each row
    /// @param sequences those that are there
    Parts {
        costly = Set.copyOf(costly);
        sequences = Set.copyOf(sequences);
    }

    List<Part> of(List<Difference> differences, List<Table> now) {
        List<Part> parts = new ArrayList<>();
        Set<String> standing = new HashSet<>();
        now.forEach(table -> standing.add(table.label()));
        Set<String> bound = bound(differences);
        for (Difference difference : differences) {
            parts.addAll(of(difference, standing, bound));
            if (difference instanceof Difference.NewTable wanted) {
                standing.add(wanted.in().label());
            }
        }
        parts.addAll(between(differences, now));
        return parts;
    }

    /// Foreign keys of new tables to tables that come after them.
    private List<Part> between(List<Difference> differences, List<Table> now) {
        List<Part> parts = new ArrayList<>();
        Set<String> standing = new HashSet<>();
        now.forEach(table -> standing.add(table.label()));
        for (Difference difference : differences) {
            if (difference instanceof Difference.NewTable wanted) {
                parts.addAll(new NewTableSql(names).later(wanted.in(), standing));
                standing.add(wanted.in().label());
            }
        }
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
            }
        }
        return bound;
    }

    private List<Part> of(Difference difference, Set<String> standing, Set<String> bound) {
        ColumnSql columns = new ColumnSql(names, costly, bound);
        KeySql keys = new KeySql(names);
        return switch (difference) {
            case Difference.NewTable wanted -> List.of(new NewTableSql(names).part(lacking(wanted), standing));
            case Difference.LostTable lost -> List.of(drop(lost.in()));
            case Difference.NewColumn wanted -> columns.add(wanted);
            case Difference.LostColumn lost -> columns.drop(lost);
            case Difference.OtherType other -> List.of(columns.changeType(other));
            case Difference.OtherNull other -> columns.changeNull(other);
            case Difference.OtherDefault other -> List.of(columns.changeDefault(other));
            case Difference.NewIndex wanted -> List.of(keys.add(wanted));
            case Difference.LostIndex lost -> List.of(keys.drop(lost));
            case Difference.LostUnique lost -> List.of(keys.drop(lost));
            case Difference.NewForeignKey wanted -> keys.add(wanted);
            case Difference.LostForeignKey lost -> List.of(keys.drop(lost));
            case Difference.OtherWords other -> keys.change(other);
            case Difference.NewLabels wanted -> List.of(keys.add(wanted));
            case Difference.OtherKey other -> List.of();
        };
    }

    private Difference.NewTable lacking(Difference.NewTable wanted) {
        return new Difference.NewTable(
                wanted.in(),
                wanted.words(),
                wanted.sequences().stream()
                        .filter(sequence -> !sequences.contains(sequence))
                        .toList());
    }

    private Part drop(Table table) {
        return new Part(
                Phase.CONTRACT, table.label(), List.of(), List.of("drop table " + names.of(table)), List.of(), false);
    }
}
