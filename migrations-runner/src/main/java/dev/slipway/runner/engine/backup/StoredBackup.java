package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.failure.SlipwayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A backup that lies there as it was written.
public final class StoredBackup {
    private final Path folder;
    private final BackupDescription description;

    private StoredBackup(Path folder, BackupDescription description) {
        this.folder = folder;
        this.description = description;
    }

    /// @param path the folder of a backup, or a file in it
    /// @throws SlipwayException with `BackupDamaged` if anything differs from what was written
    public static StoredBackup whole(Path path) {
        Path folder = folder(path);
        if (!Files.exists(folder)) {
            throw new SlipwayException(new BackupDamaged(path.toString(), List.of("it does not exist")));
        }
        BackupDescription description = BackupJson.read(folder);
        List<String> faults = description.files().stream()
                .map(file -> file.fault(folder))
                .filter(fault -> !fault.isEmpty())
                .toList();
        if (!faults.isEmpty()) {
            throw new SlipwayException(new BackupDamaged(path.toString(), faults));
        }
        return new StoredBackup(folder, description);
    }

    /// The nearest folder with a description.
    private static Path folder(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        Path parent = folder.getParent();
        while (parent != null && !Files.exists(folder.resolve(BackupJson.FILE_NAME))) {
            folder = parent;
            parent = folder.getParent();
        }
        return parent == null || folder.equals(path.toAbsolutePath().normalize()) ? path : folder;
    }

    BackupDescription description() {
        return description;
    }

    Path dump() {
        return folder.resolve(isEncrypted() ? DumpCall.ENCRYPTED : DumpCall.FILE);
    }

    boolean isEncrypted() {
        return !description.recipients().isEmpty();
    }

    /// For people.
    String name() {
        return folder.toString();
    }

    /// The major version of a version: 15 of `15.20`.
    static int major(String version) {
        return Integer.parseInt(version.replaceFirst("\\D.*", ""));
    }
}
