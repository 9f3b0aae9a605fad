package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns differences into SQL.
record ScriptParts(SqlStyle sql, Set<String> costly, ExistingSchema standing, Map<String, List<String>> words) {
    /// @param costly the defaults that PostgreSQL would compute for each row
    /// @param words the values of enums that are kept by name, by column
    ScriptParts {
        costly = Set.copyOf(costly);
        words = Map.copyOf(words);
    }

    List<ScriptPart> of(List<ModelDifference> differences) {
        List<ScriptPart> parts = new ArrayList<>();
        ColumnSql columns = new ColumnSql(sql, costly, bound(differences), words);
        KeySql keys = new KeySql(sql, standing, AddedColumns.of(differences, costly));
        AwaitedKeys awaited = AwaitedKeys.of(differences);
        NewTableSql tables = new NewTableSql(sql, standing, awaited);
        List<ScriptPart> between = new ArrayList<>();
        for (ModelDifference difference : differences) {
            if (difference instanceof ModelDifference.OtherDefault other && isWrittenElsewhere(other, differences)) {
                continue;
            }
            boolean waits = waitsForKey(difference, awaited);
            of(difference, differences, tables, columns, keys)
                    .forEach(part -> parts.add(waits ? part.afterKey() : part));
            if (difference instanceof ModelDifference.NewTable wanted) {
                between.addAll(tables.later(wanted.in()));
                between.addAll(tables.afterKeys(wanted.in(), keys));
                standing.add(wanted.in());
            }
        }
        parts.addAll(between);
        return parts;
    }

    private static boolean waitsForKey(ModelDifference difference, AwaitedKeys awaited) {
        return difference instanceof ModelDifference.NewForeignKey wanted && awaited.isAwaitedBy(wanted.key());
    }

    private static Set<String> bound(List<ModelDifference> differences) {
        Set<String> bound = new HashSet<>();
        for (ModelDifference difference : differences) {
            String label = difference.in().label();
            if (difference instanceof ModelDifference.NewForeignKey wanted) {
                wanted.key().columns().forEach(column -> bound.add(label + "." + column));
            } else if (difference instanceof ModelDifference.NewIndex wanted && wanted.unique()) {
                wanted.columns().forEach(column -> bound.add(label + "." + column));
            } else if (difference instanceof ModelDifference.OtherKey wanted) {
                wanted.wanted().forEach(column -> bound.add(label + "." + column));
            }
        }
        return bound;
    }

    private boolean isWrittenElsewhere(ModelDifference.OtherDefault other, List<ModelDifference> differences) {
        return new SequenceSql(sql, standing).follows(other, differences)
                || differences.stream()
                        .anyMatch(each ->
                                each instanceof ModelDifference.OtherType type && TypeSql.takesAlong(type, other));
    }

    private List<ScriptPart> of(
            ModelDifference difference,
            List<ModelDifference> differences,
            NewTableSql tables,
            ColumnSql columns,
            KeySql keys) {
        return switch (difference) {
            case ModelDifference.NewTable wanted -> List.of(tables.part(wanted));
            case ModelDifference.LostTable lost -> List.of(drop(lost.in()));
            case ModelDifference.NewSequence wanted ->
                standing.addsSequence(wanted.sequence())
                        ? List.of(new SequenceSql(sql, standing).add(wanted))
                        : List.of();
            case ModelDifference.NewColumn wanted -> columns.add(wanted);
            case ModelDifference.LostColumn lost -> List.of(columns.drop(lost));
            case ModelDifference.Unfilled unfilled -> List.of(columns.allowNulls(unfilled));
            case ModelDifference.NotCounted uncounted -> List.of(new SequenceSql(sql, standing).count(uncounted));
            case ModelDifference.OtherType other -> List.of(new TypeSql(sql).change(other, differences));
            case ModelDifference.OtherNull other -> columns.changeNull(other);
            case ModelDifference.OtherDefault other -> List.of(columns.changeDefault(other));
            case ModelDifference.NewIndex wanted -> List.of(keys.add(wanted));
            case ModelDifference.LostIndex lost -> List.of(keys.drop(lost));
            case ModelDifference.LostUnique lost -> List.of(keys.drop(lost));
            case ModelDifference.NewForeignKey wanted -> keys.add(wanted);
            case ModelDifference.LostForeignKey lost -> List.of(keys.drop(lost));
            case ModelDifference.OtherWords other -> new EnumCheckSql(sql, keys).change(other);
            case ModelDifference.NewLabels wanted -> new EnumTypeSql(sql, standing).add(wanted);
            case ClauseDifference clause -> new ClauseSql(sql, standing, columns, keys).of(clause);
            case LostClause lost -> List.of(new ClauseSql(sql, standing, columns, keys).of(lost));
            case ModelDifference.OtherKey other -> new PrimaryKeySql(sql, standing).change(other, keys);
        };
    }

    private ScriptPart drop(TableDefinition table) {
        return new ScriptPart(
                ScriptPhase.CONTRACT,
                table.label(),
                List.of(),
                List.of("drop table " + sql.of(table)),
                List.of(),
                false);
    }
}
