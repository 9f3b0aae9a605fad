package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A folder on disk. Names that begin with a dot are passed over: a mounted Kubernetes ConfigMap keeps a second copy of
/// every file in such folders.
record FolderLocation(Path path) implements Location {
    @Override
    public List<ScriptFile> files(Consumer<ScriptProblem> problems) {
        if (!Files.isDirectory(path)) {
            throw new SlipwayException(new UsageFailure(
                    "location \"%s\" is not a folder".formatted(path),
                    "correct --locations, or mount the scripts there"));
        }
        List<ScriptFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            paths.filter(this::concerns)
                    .forEach(file -> ScriptText.read(file.toString(), () -> Files.readAllBytes(file), problems)
                            .ifPresent(text -> files.add(new ScriptFile(relative(file), file.toString(), text))));
        } catch (IOException | UncheckedIOException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "location \"%s\" cannot be read: %s".formatted(path, e.getMessage()),
                            "make it readable for the user that runs this program"),
                    e);
        }
        return files;
    }

    @Override
    public List<TextFile> texts(String fileName) {
        Path file = path.resolve(fileName);
        return Files.exists(file) ? List.of(TextFile.of(file.toString(), () -> Files.readAllBytes(file))) : List.of();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(path);
    }

    private boolean concerns(Path file) {
        for (Path part : path.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        boolean brokenLink = Files.notExists(file);
        return (Files.isRegularFile(file) || brokenLink)
                && ScriptName.concerns(file.getFileName().toString());
    }

    private String relative(Path file) {
        return path.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return FILESYSTEM + path;
    }
}
