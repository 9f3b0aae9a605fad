package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells whether the model needs a revision. What no entity knows is in nobody's way, and needs none.
public final class ModelCheck {
    private ModelCheck() {}

    /// @param where the entities are, for people
    public static Optional<Finding> finding(ScratchServer server, AutogenerateRequest request, String where) {
        List<ModelDifference> differences;
        try (Autogenerator autogenerator = Autogenerator.start(server, request)) {
            differences = autogenerator.differences().stream()
                    .filter(difference -> !(difference instanceof ModelDifference.Surplus)
                            || difference instanceof LostClause.Hindering
                            || difference instanceof LostClause.FormerEnum)
                    .toList();
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        where,
                        "the model needs a revision: "
                                + differences.stream()
                                        .map(ModelDifference::text)
                                        .collect(Collectors.joining("; ")),
                        "the service does not find the tables it was written for",
                        "run `revision --autogenerate -m ...`"));
    }
}
