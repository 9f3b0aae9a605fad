package dev.slipway.workbench.autogenerate;

import java.util.Set;

/// What nobody wants to hear of though no entity asks for it: `users.password_hash` for a column, `audit` for a table.
///
/// @param filled those of the columns that somebody else fills in every row
public record IgnoredObjects(Set<String> names, Set<String> filled) {
    public IgnoredObjects {
        names = Set.copyOf(names);
        filled = Set.copyOf(filled);
    }

    boolean table(String label) {
        return names.contains(label) || names.stream().anyMatch(name -> name.startsWith(label + "."));
    }

    boolean surplus(ModelDifference.Surplus surplus) {
        return names.contains(surplus.label()) || (surplus instanceof LostClause && isOf(surplus));
    }

    private boolean isOf(ModelDifference.Surplus clause) {
        return names.stream()
                .anyMatch(name ->
                        name.equals(clause.in().label()) || clause.label().startsWith(name + "."));
    }

    boolean fills(String label, String column) {
        return filled.contains(label + "." + column);
    }

    boolean column(String label, String column) {
        return names.contains(label + "." + column);
    }
}
