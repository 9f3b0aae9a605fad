package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// Scripts that would run are not what the manifest proves.
public record ScriptsUnproved(List<Unproved> scripts) implements ProofFailure {
    /// @param script its path in the location
    /// @param why in words: `was changed since it was proved`
    public record Unproved(String script, String why) {}

    public ScriptsUnproved {
        scripts = List.copyOf(scripts);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return scripts.size() == 1
                ? "a script that is to run is not proved as it is"
                : "%d scripts that are to run are not proved as they are".formatted(scripts.size());
    }

    @Override
    public List<String> details() {
        return scripts.stream()
                .map(script -> "%s %s".formatted(script.script(), script.why()))
                .toList();
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "prove them with `prove` and deliver manifest.json together with the scripts, or restore the scripts "
                + "that were proved";
    }
}
