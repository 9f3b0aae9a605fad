package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds what goes and what comes under another name, and could be the same: of a kindred type, or the only one that
/// goes and the only one that comes.
final class RenameCandidates {
    private static final List<Set<String>> KINDRED = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("timestamp", "timestamptz", "date"),
            Set.of("json", "jsonb"));

    private RenameCandidates() {}

    static List<ObjectRename> of(List<ModelDifference> differences) {
        List<ObjectRename> candidates = new ArrayList<>();
        for (ModelDifference lost : differences) {
            for (ModelDifference found : differences) {
                if (lost instanceof ModelDifference.LostColumn gone
                        && found instanceof ModelDifference.NewColumn come) {
                    if (gone.in().label().equals(come.in().label())
                            && (isLike(gone.column(), come.column()) || isOnly(gone.in(), differences))) {
                        candidates.add(new ObjectRename(
                                gone.in().label(),
                                gone.column().name(),
                                come.column().name()));
                    }
                } else if (lost instanceof ModelDifference.LostTable gone
                        && found instanceof ModelDifference.NewTable come) {
                    if (gone.in().schema().equals(come.in().schema()) && isLike(gone.in(), come.in())) {
                        candidates.add(new ObjectRename(
                                gone.in().label(), null, come.in().name()));
                    }
                }
            }
        }
        return candidates;
    }

    private static boolean isOnly(TableDefinition table, List<ModelDifference> differences) {
        List<ModelDifference> here = differences.stream()
                .filter(each -> each.in().label().equals(table.label()))
                .toList();
        return here.stream()
                                .filter(ModelDifference.LostColumn.class::isInstance)
                                .count()
                        == 1
                && here.stream()
                                .filter(ModelDifference.NewColumn.class::isInstance)
                                .count()
                        == 1;
    }

    private static boolean isLike(TableDefinition.Column one, TableDefinition.Column other) {
        String from = TypeText.family(one.type());
        String to = TypeText.family(other.type());
        return from.equals(to) || KINDRED.stream().anyMatch(kin -> kin.contains(from) && kin.contains(to));
    }

    /// Whether half of the columns have the same names.
    private static boolean isLike(TableDefinition one, TableDefinition other) {
        long same = one.columns().stream()
                .filter(column -> other.column(column.name()).isPresent())
                .count();
        return 2 * same >= Math.max(one.columns().size(), other.columns().size());
    }
}
