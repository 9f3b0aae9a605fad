package dev.slipway.runner.engine.revision;

import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.engine.script.ScriptSource;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.ScriptSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where new scripts go and how they are named, and the scripts of all locations, which may be none yet.
///
/// @param folder may not exist yet
public record RevisionFolder(Path folder, Naming naming, ScriptSet scripts) {
    /// The first location that is a folder.
    ///
    /// @throws SlipwayException with `UsageFailure` if none is, with `ScriptsInvalid` if a script is at fault
    public static RevisionFolder of(ScriptSource source) {
        Path folder = folder(source);
        ScriptSource existing = source.in(source.locations().stream()
                .filter(location -> !location.folder().equals(Optional.of(folder)) || !Files.notExists(folder))
                .toList());
        return new RevisionFolder(
                folder,
                source.conventions().naming(),
                ScriptReader.inspectAny(existing).valid());
    }

    /// The first location that is a folder, whatever is in it.
    ///
    /// @throws SlipwayException with `UsageFailure` if none is
    public static Path folder(ScriptSource source) {
        return source.locations().stream()
                .filter(Location::takesNewScripts)
                .flatMap(location -> location.folder().stream())
                .findFirst()
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "no script can be written to " + source.where(),
                        "name the folder of the scripts: --locations migrations")));
    }
}
