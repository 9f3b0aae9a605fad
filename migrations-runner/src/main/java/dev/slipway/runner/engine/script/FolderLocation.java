package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A folder on disk, or those of its files that match wildcards. Names that begin with a dot are passed over: a mounted
/// Kubernetes ConfigMap keeps a second copy of every file in such folders.
record FolderLocation(Path path, Optional<Wildcards> wildcards) implements Location {
    FolderLocation(Path path) {
        this(path, Optional.empty());
    }

    static FolderLocation parse(String text) {
        Wildcards.Split split = Wildcards.split(text);
        String root = split.root().isEmpty() && split.wildcards().isPresent()
                ? text.startsWith("/") ? "/" : "."
                : split.root();
        return new FolderLocation(Path.of(root), split.wildcards());
    }

    @Override
    public boolean contains(Location other) {
        return other instanceof FolderLocation(Path inner, Optional<Wildcards> narrowed)
                && wildcards.isEmpty()
                && narrowed.isEmpty()
                && !inner.equals(path)
                && inner.startsWith(path);
    }

    @Override
    public List<FoundFile> files(Predicate<String> concerned) {
        if (!Files.isDirectory(path)) {
            throw new SlipwayException(new UsageFailure(
                    "location \"%s\" %s".formatted(path, Files.exists(path) ? "is not a folder" : "does not exist"),
                    "correct --locations, or mount the scripts there"));
        }
        List<FoundFile> files = new ArrayList<>();
        FolderWalk.walk(path, (file, folder) -> {
            if (concerned.test(file.getFileName().toString())) {
                known(file)
                        .ifPresent(name -> files.add(new FoundFile(name, file.toString(), new DiskFile(file), folder)));
            }
        });
        Wildcards.refuseNone(this, wildcards, files);
        return files;
    }

    @Override
    public List<TextFile> texts(String fileName) {
        Path file = path.resolve(fileName);
        return Files.exists(file) ? List.of(TextFile.of(file.toString(), new DiskFile(file))) : List.of();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(path);
    }

    @Override
    public boolean takesNewScripts() {
        return wildcards.isEmpty();
    }

    private Optional<String> known(Path file) {
        return Wildcards.path(wildcards, path.relativize(file).toString().replace('\\', '/'));
    }

    @Override
    public String toString() {
        return FILESYSTEM + wildcards.map(wild -> path.resolve(wild.text())).orElse(path);
    }
}
