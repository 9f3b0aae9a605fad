package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.Finding;
import java.util.List;
import java.util.stream.Collectors;

/// What people should look at.
final class ModelFindings {
    private ModelFindings() {}

    static Finding of(ObjectRename candidate) {
        return new Finding(
                candidate.what(),
                "it belongs to no entity, and %s of the same kind is missing".formatted(candidate.to()),
                "it stays, and %s begins without what is in it".formatted(candidate.to()),
                "if it is to be renamed, delete the new scripts and run this again with --rename %s; else --drop or "
                                .formatted(candidate.text())
                        + "--keep " + candidate.label());
    }

    static Finding of(List<ModelDifference.Surplus> surplus) {
        String labels = surplus.stream().map(ModelDifference.Surplus::label).collect(Collectors.joining(","));
        return new Finding(
                surplus.stream().map(ModelDifference.Surplus::what).collect(Collectors.joining("; ")),
                "no entity knows this",
                "it stays, since others may need it",
                "say --drop %s for what is to go, or --keep %s to hear no more of it".formatted(labels, labels));
    }

    /// @param why what is in the way of it
    static Finding of(ModelDifference.OtherKey other, String why) {
        return new Finding(
                "table " + other.in().label(),
                other.text(),
                "nothing is written for it: " + why,
                "write this revision by hand");
    }

    static Finding left(ModelDifference difference) {
        return new Finding(
                "table " + difference.in().label(),
                difference.text() + ", after the new scripts as well",
                "the entities and the tables still differ",
                "write the rest by hand");
    }
}
