package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.entity.EntityTable;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds how the checks of a table differ from those that definitions ask for. Those that keep the values of an enum
/// are compared by their values elsewhere.
record ModelCheckComparison(TableDefinition now, TableDefinition wanted, EntityTable entity) {
    /// @param left whether nothing happens to these columns
    List<ModelDifference> differences(Predicate<List<String>> left) {
        List<TableDefinition.Check> standing = new ArrayList<>(now.checks());
        List<TableDefinition.Check> missing = new ArrayList<>();
        for (TableDefinition.Check check : wanted.checks()) {
            Optional<TableDefinition.Check> same = find(standing, check::says);
            same.ifPresentOrElse(standing::remove, () -> missing.add(check));
        }
        standing.removeIf(this::keepsWords);
        List<ModelDifference> differences = new ArrayList<>();
        for (TableDefinition.Check check : missing) {
            Optional<TableDefinition.Check> before = find(
                            standing, each -> each.name().equals(check.name()))
                    .or(() -> find(standing, each -> each.columns().equals(check.columns())));
            before.ifPresent(standing::remove);
            differences.add(
                    before.isPresent()
                            ? new ClauseDifference.OtherCheck(now, before.get(), check)
                            : new ClauseDifference.NewCheck(now, check));
        }
        standing.stream()
                .filter(check -> isKnown(check.columns()) && left.test(check.columns()))
                .forEach(check -> differences.add(new LostClause.LostCheck(now, check)));
        return differences;
    }

    private boolean isKnown(List<String> columns) {
        return !columns.isEmpty()
                && columns.stream().allMatch(column -> wanted.column(column).isPresent());
    }

    private boolean keepsWords(TableDefinition.Check check) {
        return NameCheck.values(check).isPresent()
                && entity.column(check.columns().getFirst())
                        .filter(column -> !column.words().isEmpty())
                        .isPresent();
    }

    private static Optional<TableDefinition.Check> find(
            List<TableDefinition.Check> checks, Predicate<TableDefinition.Check> which) {
        return checks.stream().filter(which).findFirst();
    }
}
