package dev.slipway.runner.engine.revision;

import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where new scripts go, and the scripts of all locations, which may be none yet.
///
/// @param folder may not exist yet
public record Home(Path folder, ScriptSet scripts) {
    /// The first location that is a folder.
    ///
    /// @throws SlipwayException with `UsageFailure` if none is, with `ScriptsInvalid` if a script is at fault
    public static Home of(List<Location> locations) {
        Path folder = folder(locations);
        return new Home(
                folder,
                ScriptReader.readAny(locations.stream()
                        .filter(location -> !location.folder().equals(Optional.of(folder)) || !Files.notExists(folder))
                        .toList()));
    }

    /// The first location that is a folder, whatever is in it.
    ///
    /// @throws SlipwayException with `UsageFailure` if none is
    public static Path folder(List<Location> locations) {
        return locations.stream()
                .flatMap(location -> location.folder().stream())
                .findFirst()
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "no script can be written to "
                                + locations.stream().map(Location::toString).collect(Collectors.joining(", ")),
                        "name the folder of the scripts: --locations migrations")));
    }
}
