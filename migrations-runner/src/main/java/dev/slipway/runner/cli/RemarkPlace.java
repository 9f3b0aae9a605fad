package dev.slipway.runner.cli;

import dev.slipway.runner.engine.script.Location;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line of a file that is really there; what else remarks speak of, such as databases, is no place.
///
/// @param file from the top of the checkout, or absolute if it lies outside
/// @param line counted from 1
record RemarkPlace(Path file, int line) {
    private static final Pattern WITH_LINE = Pattern.compile("(?s)(.+):(\\d{1,9})");

    /// Knows where files are looked for.
    ///
    /// @param top of the checkout
    /// @param scripts where the scripts lie
    record Finder(Path top, Path scripts) {
        /// GitHub says where the top is; else it is the current folder.
        static Finder of(Map<String, String> environment, String home) {
            String workspace = environment.getOrDefault("GITHUB_WORKSPACE", "");
            Path here = Path.of("").toAbsolutePath().normalize();
            return new Finder(
                    path(workspace).filter(Files::isDirectory).orElse(here),
                    path(home.replaceFirst("^" + Location.FILESYSTEM, ""))
                            .filter(Files::isDirectory)
                            .orElse(here));
        }

        Optional<RemarkPlace> find(String where) {
            Matcher matcher = WITH_LINE.matcher(where);
            Optional<RemarkPlace> whole = file(where).map(file -> new RemarkPlace(file, 1));
            return whole.isPresent() || !matcher.matches()
                    ? whole
                    : file(matcher.group(1))
                            .map(file -> new RemarkPlace(file, Math.max(1, Integer.parseInt(matcher.group(2)))));
        }

        /// For what is said of no file.
        RemarkPlace home() {
            return new RemarkPlace(inCheckout(scripts), 1);
        }

        private Optional<Path> file(String name) {
            return Stream.concat(path(name).stream(), inScripts(name).stream())
                    .filter(Files::isRegularFile)
                    .map(this::inCheckout)
                    .findFirst();
        }

        private Optional<Path> inScripts(String name) {
            try {
                return Optional.of(scripts.resolve(name));
            } catch (InvalidPathException _) {
                return Optional.empty();
            }
        }

        private Path inCheckout(Path path) {
            return path.startsWith(top) ? top.relativize(path) : path;
        }

        private static Optional<Path> path(String name) {
            try {
                return Optional.of(Path.of(name).toAbsolutePath().normalize());
            } catch (InvalidPathException _) {
                return Optional.empty();
            }
        }
    }
}
