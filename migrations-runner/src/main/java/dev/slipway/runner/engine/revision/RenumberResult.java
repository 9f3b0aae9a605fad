package dev.slipway.runner.engine.revision;

import dev.slipway.runner.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A revision that has another version now.
///
/// @param from the version it had
/// @param parents what it builds on now
/// @param renamed its files
/// @param rewritten scripts of other revisions that name it as a parent
/// @param proved the parents on which the manifest knows it as proved, or null if the manifest does not know it
/// @param heads those of the scripts from now on
/// @param database the one that was asked whether it was applied, or null if none was
public record RenumberResult(
        Version from,
        Version version,
        String description,
        List<Version> parents,
        List<Renamed> renamed,
        List<String> rewritten,
        @Nullable List<Version> proved,
        List<Version> heads,
        @Nullable String database) {
    /// A file, by the path that it had and the one that it has.
    public record Renamed(String from, String to) {}

    public RenumberResult {
        parents = List.copyOf(parents);
        renamed = List.copyOf(renamed);
        rewritten = List.copyOf(rewritten);
        proved = proved == null ? null : List.copyOf(proved);
        heads = List.copyOf(heads);
    }
}
