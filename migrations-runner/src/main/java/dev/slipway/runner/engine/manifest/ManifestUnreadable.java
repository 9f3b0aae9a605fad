package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// The manifest is no manifest, or one that this version of the program does not know.
///
/// @param origin where it was found
/// @param what its fault
/// @param newer whether a later version of the program knows it
public record ManifestUnreadable(String origin, String what, boolean newer) implements ManifestFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }

    @Override
    public String message() {
        return "manifest \"%s\" cannot be read".formatted(origin);
    }

    @Override
    public List<String> details() {
        return List.of(what);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return newer
                ? "use the version of the program that wrote it, or a later one; `prove --all` writes it anew for this one"
                : "restore the file as it was committed; `prove --all` writes it anew";
    }
}
