package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// Writes scripts into a folder, or leaves it as it was.
public final class ImportedScriptWriter {
    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    private ImportedScriptWriter(Path folder) {
        this.folder = folder;
    }

    /// Writes the scripts, and does with them what is to be done. If any of it fails, what was written is taken away.
    ///
    /// @throws SlipwayException with `ScriptsExist`
    public static <T> T write(Path folder, List<ImportedScript> scripts, Supplier<T> then) {
        ImportedScriptWriter writer = new ImportedScriptWriter(folder);
        writer.refuseExisting(scripts);
        boolean done = false;
        try {
            writer.write(scripts);
            T result = then.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                writer.takeAway();
            }
        }
    }

    private void refuseExisting(List<ImportedScript> scripts) {
        List<String> existing = scripts.stream()
                .map(script -> folder.resolve(script.name()))
                .filter(Files::exists)
                .map(Path::toString)
                .toList();
        if (!existing.isEmpty()) {
            throw new SlipwayException(new ScriptsExist(existing));
        }
    }

    private void write(List<ImportedScript> scripts) {
        if (scripts.isEmpty()) {
            return;
        }
        try {
            createFolders(folder.toAbsolutePath());
            for (ImportedScript script : scripts) {
                Path file = folder.resolve(script.name());
                written.add(file);
                Files.writeString(file, script.text());
            }
        } catch (IOException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "\"%s\" cannot be written: %s".formatted(folder, e.getMessage()),
                            "make it writable, or name another folder with --locations"),
                    e);
        }
    }

    private void createFolders(Path path) throws IOException {
        if (!Files.exists(path)) {
            createFolders(Objects.requireNonNull(path.getParent()));
            written.add(path);
            Files.createDirectory(path);
        }
    }

    private void takeAway() {
        for (Path path : written.reversed()) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new SlipwayException(
                        new UsageFailure(
                                "\"%s\" cannot be deleted: %s".formatted(path, e.getMessage()),
                                "delete what was written there"),
                        e);
            }
        }
    }
}
