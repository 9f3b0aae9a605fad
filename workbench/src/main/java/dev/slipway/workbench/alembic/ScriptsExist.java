package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// Scripts would have to be written over others.
///
/// @param files those that are there already
public record ScriptsExist(List<String> files) implements ImportFailure {
    public ScriptsExist {
        files = List.copyOf(files);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return files.size() == 1 ? "a script exists already" : "%d scripts exist already".formatted(files.size());
    }

    @Override
    public List<String> details() {
        return files;
    }

    @Override
    public String state() {
        return "nothing was written";
    }

    @Override
    public String help() {
        return "delete them if they are of no use, or name another folder with --locations";
    }
}
