package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.entity.EntityTable;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds how one column differs from what its entity asks for.
record ModelColumnComparison(
        TableDefinition table, TableDefinition.Column now, TableDefinition.Column wanted, EntityTable.Column asked) {
    List<ModelDifference> differences() {
        List<ModelDifference> differences = new ArrayList<>();
        if (isLabelled()) {
            List<String> missing = asked.words().stream()
                    .filter(word -> !now.labels().contains(word))
                    .toList();
            if (!missing.isEmpty()) {
                differences.add(new ModelDifference.NewLabels(table, now, missing));
            }
        } else if (!isTypeRight()) {
            differences.add(new ModelDifference.OtherType(table, now, collated()));
        }
        List<ModelDifference> clauses = new ModelClauseComparison(table, now, wanted, asked).differences();
        // a new type comes with its collation
        clauses.removeIf(clause -> clause instanceof ClauseDifference.OtherCollation && !differences.isEmpty());
        differences.addAll(clauses);
        if (wanted.identity() && !now.identity() && now.defaultValue() == null) {
            differences.add(new ModelDifference.NotCounted(table, wanted));
        }
        if (isDefaultOther()) {
            differences.add(new ModelDifference.OtherDefault(table, now, wanted.defaultValue()));
        }
        boolean computed = now.generated() || wanted.generated();
        boolean counted = clauses.stream().anyMatch(LostClause.CountedNull.class::isInstance);
        if (now.notNull() != wanted.notNull() && !computed && !counted) {
            differences.add(new ModelDifference.OtherNull(table, filled()));
        }
        if (!isLabelled() && !asked.words().isEmpty()) {
            compareWords().ifPresent(differences::add);
        }
        return differences;
    }

    /// Whether the values of the enum are those of a type of the database.
    private boolean isLabelled() {
        return !now.labels().isEmpty() && !asked.words().isEmpty();
    }

    /// What limits a type is no difference where nobody wrote the type down.
    private boolean isTypeRight() {
        return now.type().equals(wanted.type())
                || (!asked.exact() && now.plainType().equals(wanted.type()))
                || (asked.anySize() && TypeText.family(now.plainType()).equals(TypeText.family(wanted.type())));
    }

    /// What is counted up needs no default, and a default that no definition speaks of may stay.
    private boolean isDefaultOther() {
        String standing = now.defaultValue();
        String other = wanted.defaultValue();
        if (now.generated() || wanted.generated() || now.identity() || wanted.identity()) {
            return false;
        }
        return other == null
                ? asked.exact() && standing != null
                : standing == null || !TypeText.ofDefault(standing).equals(TypeText.ofDefault(other));
    }

    /// A collation that no definition speaks of stays.
    private TableDefinition.Column collated() {
        return wanted.collation().isEmpty() ? wanted.collated(now.collation()) : wanted;
    }

    private TableDefinition.Column filled() {
        @Nullable String value = wanted.defaultValue() == null ? now.defaultValue() : wanted.defaultValue();
        return new TableDefinition.Column(
                wanted.name(),
                now.type(),
                now.plainType(),
                wanted.notNull(),
                value,
                wanted.counted(),
                wanted.expression(),
                now.collation(),
                now.labels());
    }

    private Optional<ModelDifference> compareWords() {
        List<TableDefinition.Check> checks = table.checks().stream()
                .filter(check -> check.columns().equals(List.of(now.name())))
                .filter(check -> NameCheck.values(check).isPresent())
                .toList();
        Set<String> words = Set.copyOf(asked.words());
        boolean right = checks.stream()
                .anyMatch(check ->
                        Set.copyOf(NameCheck.values(check).orElseThrow()).equals(words));
        return right
                ? Optional.empty()
                : Optional.of(new ModelDifference.OtherWords(
                        table,
                        checks.isEmpty() ? null : checks.getFirst(),
                        new ModelDifference.Words(now.name(), asked.words())));
    }
}
