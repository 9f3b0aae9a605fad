package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.engine.script.FileReplacement;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.TextFile;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.manifest.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one `manifest.json` of the scripts; it is read when it is asked for, once, and not before.
public final class ManifestFile {
    private final List<Location> locations;
    private @Nullable Manifest manifest;
    private boolean read;

    public ManifestFile(List<Location> locations) {
        this.locations = List.copyOf(locations);
    }

    /// The manifest, or nothing if none of the locations has one.
    ///
    /// @throws SlipwayException if it cannot be read, does not fit together, or if there are several
    public synchronized Optional<Manifest> read() {
        if (!read) {
            manifest = file().map(file -> ManifestReader.read(file.origin(), file.text()))
                    .orElse(null);
            read = true;
        }
        return Optional.ofNullable(manifest);
    }

    /// The manifest as it is by now, since somebody wrote it.
    public Optional<Manifest> readAgain() {
        return new ManifestFile(locations).read();
    }

    private Optional<TextFile> file() {
        List<TextFile> files = Location.texts(locations, Manifest.FILE_NAME);
        if (files.stream().map(TextFile::text).distinct().count() > 1) {
            throw new SlipwayException(new UsageFailure(
                    "there are several manifests: "
                            + files.stream().map(TextFile::origin).collect(Collectors.joining(", ")),
                    "keep the scripts of all locations in one: delete all of them and run `prove`"));
        }
        return files.stream().findFirst();
    }

    /// The file to write: the one that is there, or that of the first folder.
    ///
    /// @throws SlipwayException with a usage failure if no location is a folder
    public Path path() {
        List<Path> folders = locations.stream()
                .flatMap(location -> location.folder().stream())
                .map(folder -> folder.resolve(Manifest.FILE_NAME))
                .toList();
        return folders.stream()
                .filter(Files::exists)
                .findFirst()
                .or(() -> folders.stream().findFirst())
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "no location is a folder in which a manifest could be written",
                        "name the folder of the scripts, for example --locations migrations")));
    }

    /// Replaces the file as a whole; who reads it meanwhile sees the old or the new one.
    public static void write(Path file, Manifest manifest) {
        try {
            FileReplacement.write(file, ManifestWriter.json(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
