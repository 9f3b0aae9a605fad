package dev.slipway.runner.engine.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A backup under way. Unless it is finished, nothing of it is left.
final class PartialBackup implements AutoCloseable {
    private final BackupFolder folder;
    private final String name;
    private final Path path;

    private PartialBackup(BackupFolder folder, String name, Path path) {
        this.folder = folder;
        this.name = name;
        this.path = path;
    }

    static PartialBackup begin(BackupFolder folder, String name) throws IOException {
        return new PartialBackup(folder, name, folder.partial(name));
    }

    Path path() {
        return path;
    }

    Path finish() throws IOException {
        return folder.finish(path, name);
    }

    @Override
    public void close() {
        try {
            if (Files.exists(path)) {
                BackupFolder.delete(path);
            }
        } catch (IOException _) {
            // its name tells that it is no backup, and the next run removes it
        }
    }
}
