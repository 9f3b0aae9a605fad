package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.failure.SlipwayException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of the backups. What is under way in it has a name that begins with `.partial-`.
record BackupFolder(Path path) {
    private static final String PARTIAL = ".partial-";
    private static final Duration ABANDONED = Duration.ofDays(1);

    /// Made if only it is missing: a folder whose parent is not there is a wrong name, or was not mounted.
    ///
    /// @throws SlipwayException with `FolderUnusable`
    static BackupFolder prepared(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            if (!Files.exists(folder)) {
                Files.createDirectory(folder);
            }
        } catch (IOException e) {
            throw unusable(path, "it cannot be made, since %s".formatted(reason(e)));
        }
        if (!Files.isDirectory(folder)) {
            throw unusable(path, "it is a file");
        }
        if (!Files.isWritable(folder)) {
            throw unusable(path, "this user may not write to it");
        }
        return new BackupFolder(path);
    }

    private static SlipwayException unusable(Path path, String why) {
        return new SlipwayException(FolderUnusable.of(path, why));
    }

    /// What the operating system says, in words.
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "its parent does not exist";
            case AccessDeniedException _ -> "this user may not write there";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    /// A new folder for a backup that is under way.
    Path partial(String name) throws IOException {
        removeAbandoned();
        return Files.createTempDirectory(path, PARTIAL + name + "-", ownersOnly());
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] ownersOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /// What killed runs have left.
    private void removeAbandoned() throws IOException {
        for (Path child : children()) {
            boolean old = Files.getLastModifiedTime(child)
                    .toInstant()
                    .isBefore(Instant.now().minus(ABANDONED));
            if (child.getFileName().toString().startsWith(PARTIAL) && old) {
                delete(child);
            }
        }
    }

    /// Gives a backup its name, at once with all that is in it, when the disk has all of it: a machine that loses its
    /// power has a whole backup or none.
    Path finish(Path partial, String name) throws IOException {
        try (Stream<Path> files = Files.walk(partial)) {
            for (Path file : files.toList()) {
                force(file);
            }
        }
        Path finished = rename(partial, name);
        force(path);
        return finished;
    }

    /// Lets the disk have a file, or the names in a folder; not every system opens a folder for that.
    private void force(Path file) throws IOException {
        if (!Files.isDirectory(file) || isPosix()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private Path rename(Path partial, String name) throws IOException {
        for (int copy = 1; ; copy++) {
            Path finished = path.resolve(copy == 1 ? name : name + "-" + copy);
            if (Files.exists(finished)) {
                continue;
            }
            try {
                return Files.move(partial, finished, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException _) {
                // somebody else was faster
            }
        }
    }

    /// Deletes the oldest backups of a database, which `backup` itself wrote there.
    ///
    /// @param keep how many stay
    /// @return their folders
    List<String> keep(int keep, String database) {
        List<String> removed = new ArrayList<>();
        try {
            List<Whole> all = children().stream()
                    .flatMap(folder -> whole(folder).stream())
                    .filter(whole -> whole.description().database().equals(database))
                    .sorted(Comparator.comparing(
                                    (Whole whole) -> whole.description().taken())
                            .reversed())
                    .toList();
            for (Whole whole : all.subList(Math.min(keep, all.size()), all.size())) {
                Path old = whole.folder();
                Path away = Files.move(old, path.resolve(PARTIAL + old.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                delete(away);
                removed.add(old.toString());
            }
        } catch (IOException e) {
            throw new SlipwayException(new OldBackupKept(path.toString(), reason(e)), e);
        }
        return removed;
    }

    /// A folder that holds a backup and nothing else.
    private record Whole(Path folder, BackupDescription description) {}

    private static Optional<Whole> whole(Path folder) {
        if (folder.getFileName().toString().startsWith(".") || !Files.exists(folder.resolve(BackupJson.FILE_NAME))) {
            return Optional.empty();
        }
        try {
            BackupDescription description = BackupJson.read(folder);
            return holdsNothingElse(folder, description)
                    ? Optional.of(new Whole(folder, description))
                    : Optional.empty();
        } catch (SlipwayException | IOException _) {
            return Optional.empty();
        }
    }

    private static boolean holdsNothingElse(Path folder, BackupDescription description) throws IOException {
        List<String> known = Stream.concat(
                        Stream.of(BackupJson.FILE_NAME),
                        description.files().stream().map(StoredFile::path))
                .toList();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .allMatch(file ->
                            known.contains(folder.relativize(file).toString().replace('\\', '/')));
        }
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
