package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Functions that a repeatable script made in the text that was proved before, and now makes with other arguments. On
/// an empty database there is one of them, on every deployed one there are both.
record Overloads(RevisionGraph graph, Manifest known) {
    RepeatableOutcome outcome(RepeatableOutcome outcome) {
        if (outcome instanceof RepeatableOutcome.Repeated repeated) {
            List<Finding> findings = of(repeated.script(), repeated.changes());
            return findings.isEmpty() ? outcome : new RepeatableOutcome.Overloading(repeated.script(), findings);
        }
        return outcome;
    }

    /// @param changes what the script does now
    private List<Finding> of(Script.Repeatable script, List<Change> changes) {
        Set<SchemaObject.Key> now = functions(changes).collect(Collectors.toSet());
        return Optional.ofNullable(known.repeatables().get(script.description())).stream()
                .map(ProvedRepeatable::changes)
                .flatMap(Overloads::functions)
                .filter(former -> !now.contains(former))
                .flatMap(former -> now.stream()
                        .filter(other -> name(other).equals(name(former)))
                        .filter(other -> !isDropped(former, script))
                        .map(other -> finding(script, former, other)))
                .toList();
    }

    private static Stream<SchemaObject.Key> functions(List<Change> changes) {
        return changes.stream()
                .filter(Change.Added.class::isInstance)
                .map(Change::key)
                .filter(key -> key.kind() == ObjectKind.FUNCTION)
                .sorted();
    }

    /// Without its arguments.
    private static String name(SchemaObject.Key function) {
        String name = function.name();
        return SqlScript.read(name).tokens().stream()
                .filter(token -> token.kind() == TokenKind.OPEN)
                .findFirst()
                .map(open -> name.substring(0, open.start()))
                .orElse(name);
    }

    /// A version that is new says so, or the script itself.
    private boolean isDropped(SchemaObject.Key function, Script.Repeatable script) {
        String name = DroppedRoutines.lastPart(function.name());
        return Stream.concat(
                        graph.order().stream()
                                .filter(version -> !known.revisions().containsKey(version))
                                .map(graph::script),
                        Stream.of(script))
                .anyMatch(other -> DroppedRoutines.in(other.file().text()).contains(name));
    }

    private static Finding finding(Script.Repeatable script, SchemaObject.Key former, SchemaObject.Key now) {
        return new Finding(
                script.file().origin(),
                "%s, which it made before, stays on every database that has it, beside %s".formatted(former, now),
                "a call can reach the old one there, or fails since it fits to both",
                "drop it in a version (drop routine if exists %s), or let the script make both"
                        .formatted(former.name()));
    }
}
