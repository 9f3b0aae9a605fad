package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.Finding;
import java.util.Optional;

/// What people should look at.
final class Findings {
    private Findings() {}

    static Finding of(Rename candidate) {
        return new Finding(
                candidate.what(),
                "it goes, and %s of the same kind comes".formatted(candidate.to()),
                "what is in it is lost",
                "if it is to be renamed, delete the new scripts and run this again with --rename " + candidate.text());
    }

    /// Of what nothing is written for.
    static Optional<Finding> of(Difference difference) {
        return difference instanceof Difference.OtherKey other
                ? Optional.of(new Finding(
                        "table " + other.in().label(),
                        other.text(),
                        "nothing is written for it, since what refers to the key has to move as well",
                        "write this revision by hand"))
                : Optional.empty();
    }

    static Finding left(Difference difference) {
        return new Finding(
                "table " + difference.in().label(),
                difference.text() + ", after the new scripts as well",
                "the entities and the tables still differ",
                "write the rest by hand");
    }
}
