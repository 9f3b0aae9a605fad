package dev.slipway.runner.engine.revision;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.Optional;

/// A version that somebody chose for a new revision.
final class ChosenVersion {
    private ChosenVersion() {}

    /// @throws SlipwayException with `UsageFailure` if it is none, is taken, or would become the parent of a script
    /// that builds on the version before it
    static void check(String text, ScriptSet scripts) {
        Version version = Version.parse(text)
                .orElseThrow(() -> failure(
                        "\"%s\" is not a version".formatted(text), "write digits, parted by . or _, for example 1.2"));
        scripts.find(version).ifPresent(taken -> {
            throw failure(
                    "version %s is taken already by %s"
                            .formatted(text, taken.file().origin()),
                    "choose another one, or leave --version-id out");
        });
        scripts.baselines().stream()
                .filter(baseline -> baseline.standsFor(version))
                .findFirst()
                .ifPresent(baseline -> {
                    throw failure(
                            "%s stands for all versions up to %s"
                                    .formatted(baseline.file().origin(), baseline.version()),
                            "choose a version above %s, or leave --version-id out".formatted(baseline.version()));
                });
        Optional<Script.Versioned> next = scripts.versioned().stream()
                .filter(script -> script.version().compareTo(version) > 0)
                .findFirst();
        next.filter(script -> script.header().revises() instanceof Revises.Preceding)
                .ifPresent(script -> {
                    throw failure(
                            "with version %s it would come before %s, which builds on the version before it"
                                    .formatted(text, script.file().origin()),
                            "choose a version above %s, or leave --version-id out"
                                    .formatted(scripts.versioned().getLast().version()));
                });
    }

    private static SlipwayException failure(String message, String help) {
        return new SlipwayException(new UsageFailure(message, help));
    }
}
