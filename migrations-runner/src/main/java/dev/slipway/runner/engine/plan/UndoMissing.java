package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Revisions would have to be taken back for which there is no undo script.
///
/// @param scripts the paths of the scripts that have no undo script
/// @param undo those that the undo scripts would have
/// @param baselined the paths of the scripts that a baseline of Flyway stands for
public record UndoMissing(List<Version> versions, List<String> scripts, List<String> undo, List<String> baselined)
        implements PlanFailure {
    public UndoMissing {
        versions = List.copyOf(versions);
        scripts = List.copyOf(scripts);
        undo = List.copyOf(undo);
        baselined = List.copyOf(baselined);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "%s cannot be taken back".formatted(Version.list(versions));
    }

    @Override
    public List<String> details() {
        return Stream.concat(
                        IntStream.range(0, scripts.size())
                                .mapToObj(i -> "there is no undo script for %s: it would be %s"
                                        .formatted(scripts.get(i), undo.get(i))),
                        baselined.stream()
                                .map("%s is part of the baseline, and was not applied by a script"::formatted))
                .toList();
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return baselined.isEmpty()
                ? "write the missing scripts, or choose a target from %s upwards".formatted(versions.getFirst())
                : ("choose a target from %s upwards; to go below a baseline, restore a backup, or begin anew with an"
                                + " empty database")
                        .formatted(versions.getFirst());
    }
}
