package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Holds the parents that scripts name to the order in which they are applied: version after version.
final class ParentCheck {
    private ParentCheck() {}

    /// @param scripts in version order
    static void check(Collection<Script.Versioned> scripts, Consumer<ScriptProblem> problems) {
        List<Version> before = List.of();
        for (Script.Versioned script : scripts) {
            List<Version> named = script.header().revises();
            if (!named.isEmpty() && !named.equals(before)) {
                problems.accept(new ScriptProblem(
                        script.file().origin(),
                        0,
                        "it revises %s, but scripts are applied in the order of their versions"
                                .formatted(String.join(
                                        ", ",
                                        named.stream().map(Version::toString).toList())),
                        before.isEmpty()
                                ? "leave the line out, since no version comes before it"
                                : "leave the line out, or name %s, the version before".formatted(before.getFirst())));
            }
            before = List.of(script.version());
        }
    }
}
