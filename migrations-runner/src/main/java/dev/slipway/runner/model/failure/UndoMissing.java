package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.stream.Collectors;

/// Revisions would have to be taken back for which there is no undo script.
///
/// @param scripts the paths of the scripts that cannot be undone
public record UndoMissing(List<Version> versions, List<String> scripts) implements Failure {
    public UndoMissing {
        versions = List.copyOf(versions);
        scripts = List.copyOf(scripts);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "%s cannot be taken back: there is no undo script".formatted(Version.list(versions));
    }

    @Override
    public List<String> details() {
        return scripts.stream()
                .map(script -> "%s needs %s".formatted(script, script.replaceFirst("V([^/]*)$", "U$1")))
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "write the missing scripts, or choose a target above " + Version.list(versions);
    }
}
