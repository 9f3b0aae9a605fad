package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// A manifest says something that its own hashes deny: it was cut off, merged wrongly, or edited by hand.
///
/// @param origin where it was found
/// @param what does not fit
public record ManifestAltered(String origin, String what) implements ManifestFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "manifest \"%s\" was changed by something else than `prove`".formatted(origin);
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
        return "restore the file as it was committed; `prove --all` writes it anew, also after a merge of two branches";
    }
}
