package dev.slipway.workbench.autogenerate;

import java.util.Set;

/// What nobody wants to hear of though no entity asks for it: `users.password_hash` for a column, `audit` for a table.
public record IgnoredObjects(Set<String> names) {
    public IgnoredObjects {
        names = Set.copyOf(names);
    }

    boolean table(String label) {
        return names.contains(label) || names.stream().anyMatch(name -> name.startsWith(label + "."));
    }

    boolean surplus(ModelDifference.Surplus surplus) {
        return names.contains(surplus.label());
    }

    boolean column(String label, String column) {
        return names.contains(label + "." + column);
    }
}
