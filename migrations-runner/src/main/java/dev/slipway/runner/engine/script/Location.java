package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A place where scripts lie, its folders included.
public sealed interface Location permits FolderLocation, ClasspathLocation {
    String CLASSPATH = "classpath:";
    String FILESYSTEM = "filesystem:";

    /// Takes `classpath:db/migration`, `filesystem:/migrations`, or a bare path of a folder; `*`, `**` and `?` in it
    /// stand for what Flyway takes them for.
    static Location parse(String text) {
        if (text.startsWith(CLASSPATH)) {
            return ClasspathLocation.parse(text.substring(CLASSPATH.length()));
        }
        String path = text.startsWith(FILESYSTEM) ? text.substring(FILESYSTEM.length()) : text;
        if (path.isBlank() || path.matches("[a-z][a-z0-9]+:.*")) {
            throw new SlipwayException(new UsageFailure(
                    "location \"%s\" is neither classpath: nor filesystem:".formatted(text),
                    "write --locations filesystem:/migrations"));
        }
        return FolderLocation.parse(path);
    }

    /// The locations without those that lie in another one: a script is recorded by its path in the outer one, as by
    /// Flyway.
    static List<Location> outermost(List<Location> locations) {
        return locations.stream()
                .distinct()
                .filter(location -> locations.stream().noneMatch(other -> other.contains(location)))
                .toList();
    }

    /// The files of this name that lie directly in the locations.
    static List<TextFile> texts(List<Location> locations, String fileName) {
        return locations.stream()
                .distinct()
                .flatMap(location -> location.texts(fileName).stream())
                .toList();
    }

    /// Whether the other one lies in this one, and both are without wildcards.
    boolean contains(Location other);

    /// The files in no special order.
    ///
    /// @param concerned says by the name of a file whether it is asked for
    /// @throws SlipwayException with a usage failure if there is no such place
    List<FoundFile> files(Predicate<String> concerned);

    /// The files of this name that lie directly in the place; a class path may hold several.
    ///
    /// @throws SlipwayException with a usage failure if one of them cannot be read
    List<TextFile> texts(String fileName);

    /// The folder that it is, or that its files lie in if it has wildcards; nothing if files cannot be written there.
    Optional<Path> folder();

    /// Whether a script that is written into the folder belongs to it.
    boolean takesNewScripts();
}
