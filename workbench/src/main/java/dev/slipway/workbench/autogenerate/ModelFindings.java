package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.Finding;
import java.util.ArrayList;
import java.util.List;

/// What people should look at.
final class ModelFindings {
    private ModelFindings() {}

    /// A line for each, but one for all defaults and one for all constraints, since most of them are meant to stay.
    static List<String> stay(List<ModelDifference.Surplus> surplus) {
        List<String> lines = new ArrayList<>();
        List<String> defaults = new ArrayList<>();
        List<String> constraints = new ArrayList<>();
        for (ModelDifference.Surplus each : surplus) {
            switch (each) {
                case LostClause.LostDefault lost -> defaults.add(lost.columnLabel());
                case LostClause.LostCheck lost when lost.isOfValues() -> lines.add(stays(lost.limit(), lost));
                case LostClause.LostCheck _, LostClause.SpareForeignKey _ -> constraints.add(each.label());
                default -> lines.add(stays(each.text(), each));
            }
        }
        if (!defaults.isEmpty()) {
            lines.add("defaults of which no entity speaks stay: %s; --drop %s.default drops one"
                    .formatted(String.join(", ", defaults), defaults.getFirst()));
        }
        if (!constraints.isEmpty()) {
            lines.add("constraints of which no entity speaks stay: %s; --drop %s drops one"
                    .formatted(String.join(", ", constraints), constraints.getFirst()));
        }
        return lines;
    }

    private static String stays(String text, ModelDifference.Surplus surplus) {
        return "%s and stays: --drop %s drops it, --keep %s hears no more of it"
                .formatted(text, surplus.label(), surplus.label());
    }

    static Finding left(ModelDifference difference) {
        return new Finding(
                "table " + difference.in().label(),
                difference.text() + ", after the new scripts as well",
                "the entities and the tables still differ",
                "write the rest by hand");
    }
}
