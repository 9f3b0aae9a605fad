package dev.slipway.workbench.init;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.failure.Failure;
import java.util.List;

/// Files that would be written already exist.
public record FilesExist(List<String> files) implements Failure {
    public FilesExist {
        files = List.copyOf(files);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "%s already %s".formatted(Plural.of(files.size(), "file"), Plural.word(files.size(), "exists", "exist"));
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
        return "leave them as they are and write the others with --missing, or name another folder with --directory";
    }
}
