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
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A folder on disk. Names that begin with a dot are passed over: a mounted Kubernetes ConfigMap keeps a second copy of
/// every file in such folders.
record FolderLocation(Path folder) implements Location {
    @Override
    public List<ScriptFile> files(Consumer<ScriptProblem> problems) {
        if (!Files.isDirectory(folder)) {
            throw new SlipwayException(new UsageFailure(
                    "location \"%s\" is not a folder".formatted(folder),
                    "correct --locations, or mount the scripts there"));
        }
        List<ScriptFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            paths.filter(this::concerns)
                    .forEach(path -> ScriptText.read(path.toString(), () -> Files.readAllBytes(path), problems)
                            .ifPresent(text -> files.add(new ScriptFile(relative(path), path.toString(), text))));
        } catch (IOException | UncheckedIOException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "location \"%s\" cannot be read: %s".formatted(folder, e.getMessage()),
                            "make it readable for the user that runs this program"),
                    e);
        }
        return files;
    }

    private boolean concerns(Path path) {
        for (Path part : folder.relativize(path)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        boolean brokenLink = Files.notExists(path);
        return (Files.isRegularFile(path) || brokenLink)
                && ScriptName.concerns(path.getFileName().toString());
    }

    private String relative(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return FILESYSTEM + folder;
    }
}
