package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.ExitCode;
import java.nio.file.Path;

/// No location is named, and the usual folder is not there.
public record ScriptsMissing(Path folder) implements ScriptsFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "there is no folder \"%s\" here".formatted(folder);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "name the folder of the scripts with --locations; in a container, mount it at /migrations or copy it there in an image of your own";
    }
}
