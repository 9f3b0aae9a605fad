package dev.slipway.runner.cases;

import dev.slipway.runner.acceptance.ScriptFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The files of a case, in the resources of its name.
final class Case {
    private Case() {}

    /// A copy that a test may change.
    ///
    /// @param name of the case, and of a folder in it if it has several: `column-called-content/a`
    static ScriptFolder copied(String name, Path folder) {
        try {
            Path source = Path.of(
                    Objects.requireNonNull(Case.class.getResource(name), name).toURI());
            try (Stream<Path> files = Files.walk(source)) {
                List<Path> all = files.filter(Files::isRegularFile).toList();
                for (Path file : all) {
                    Path copy = folder.resolve(source.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
            return new ScriptFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
