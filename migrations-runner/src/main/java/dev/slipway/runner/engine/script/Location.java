package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A place where scripts lie, its folders included.
public sealed interface Location permits FolderLocation, ClasspathLocation {
    String CLASSPATH = "classpath:";
    String FILESYSTEM = "filesystem:";

    /// Takes `classpath:db/migration`, `filesystem:/migrations`, or a bare path of a folder.
    static Location parse(String text) {
        if (text.startsWith(CLASSPATH)) {
            return new ClasspathLocation(text.substring(CLASSPATH.length()));
        }
        String path = text.startsWith(FILESYSTEM) ? text.substring(FILESYSTEM.length()) : text;
        if (path.isBlank() || path.matches("[a-z][a-z0-9]+:.*")) {
            throw new SlipwayException(new UsageFailure(
                    "location \"%s\" is neither classpath: nor filesystem:".formatted(text),
                    "write --locations filesystem:/migrations"));
        }
        return new FolderLocation(Path.of(path));
    }

    /// The script files in no special order; what cannot be read becomes a problem.
    ///
    /// @throws SlipwayException with a usage failure if there is no such place
    List<ScriptFile> files(Consumer<ScriptProblem> problems);

    /// The files of this name that lie directly in the place; a class path may hold several.
    ///
    /// @throws SlipwayException with a usage failure if one of them cannot be read
    List<TextFile> texts(String fileName);

    /// Where new scripts can be written, or nothing if that is no place for them.
    Optional<Path> folder();
}
