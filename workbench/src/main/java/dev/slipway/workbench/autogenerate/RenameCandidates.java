package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Finds what goes and what comes under another name, and could be the same: of a kindred type, or the only one that
/// goes and the only one that comes, if its values can become such of the other type at all.
///
/// @param converts whether PostgreSQL makes values of the second type of such of the first
record RenameCandidates(List<ModelDifference> differences, BiPredicate<String, String> converts) {
    RenameCandidates {
        differences = List.copyOf(differences);
    }

    List<RenameCandidate> all() {
        List<RenameCandidate> candidates = new ArrayList<>();
        for (ModelDifference lost : differences) {
            for (ModelDifference found : differences) {
                if (lost instanceof ModelDifference.LostColumn gone
                        && found instanceof ModelDifference.NewColumn come) {
                    column(gone, come).ifPresent(candidates::add);
                } else if (lost instanceof ModelDifference.LostTable gone
                        && found instanceof ModelDifference.NewTable come) {
                    table(gone.in(), come.in()).ifPresent(candidates::add);
                }
            }
        }
        return candidates;
    }

    private static Optional<RenameCandidate> table(TableDefinition gone, TableDefinition come) {
        return gone.schema().equals(come.schema()) && isLike(gone, come)
                ? Optional.of(RenameCandidate.of(new ObjectRename(gone.label(), null, come.name())))
                : Optional.empty();
    }

    private Optional<RenameCandidate> column(ModelDifference.LostColumn gone, ModelDifference.NewColumn come) {
        String label = gone.in().label();
        if (!label.equals(come.in().label())) {
            return Optional.empty();
        }
        List<String> values = values(come);
        boolean like = values.isEmpty()
                ? TypeText.isKindred(gone.column().type(), come.column().type())
                : !Collections.disjoint(values, values(gone.in(), gone.column()));
        String from = gone.column().type();
        String to = come.column().type();
        if (!(like || isOnly(gone.in())) || !converts.test(from, to)) {
            return Optional.empty();
        }
        List<String> becoming = new ArrayList<>();
        if (!TypeText.family(from).equals(TypeText.family(to))) {
            becoming.add("%s becomes %s".formatted(TypeText.of(from), TypeText.of(to)));
        }
        if (!values.isEmpty() && !isLimitedTo(values, values(gone.in(), gone.column()))) {
            becoming.add("it holds nothing but %s from then on".formatted(SqlStyle.literals(values)));
        }
        return Optional.of(RenameCandidate.of(
                new ObjectRename(label, gone.column().name(), come.column().name()), becoming.toArray(String[]::new)));
    }

    /// Those of the enum that is to be kept in the column, or none.
    private List<String> values(ModelDifference.NewColumn come) {
        return differences.stream()
                .filter(ModelDifference.OtherWords.class::isInstance)
                .map(ModelDifference.OtherWords.class::cast)
                .filter(other -> other.in().equals(come.in())
                        && other.wanted().column().equals(come.column().name()))
                .map(other -> other.wanted().values())
                .findFirst()
                .orElse(come.column().labels());
    }

    private static boolean isLimitedTo(List<String> values, List<String> former) {
        return !former.isEmpty() && values.containsAll(former);
    }

    /// Those that a column can hold, or none if it can hold any.
    private static List<String> values(TableDefinition table, TableDefinition.Column column) {
        return table.checks().stream()
                .filter(check -> check.columns().equals(List.of(column.name())))
                .flatMap(check -> NameCheck.values(check).stream())
                .findFirst()
                .orElse(column.labels());
    }

    private boolean isOnly(TableDefinition table) {
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

    /// Whether half of the columns have the same names.
    private static boolean isLike(TableDefinition one, TableDefinition other) {
        long same = one.columns().stream()
                .filter(column -> other.column(column.name()).isPresent())
                .count();
        return 2 * same >= Math.max(one.columns().size(), other.columns().size());
    }
}
