package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.BiConsumer;

/// Finds what lies in a folder and the folders below it, links followed. Names that begin with a dot are passed over,
/// and a folder that cannot be read ends the walk: nobody knows which scripts lie in it.
final class FolderWalk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final BiConsumer<Path, Boolean> found;

    private FolderWalk(Path root, BiConsumer<Path, Boolean> found) {
        this.root = root;
        this.found = found;
    }

    /// @param found takes all that is no folder, and folders, which are told apart
    /// @throws SlipwayException with a usage failure for a folder that cannot be read
    static void walk(Path root, BiConsumer<Path, Boolean> found) {
        try {
            Files.walkFileTree(
                    root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new FolderWalk(root, found));
        } catch (IOException e) {
            throw new SlipwayException(new UsageFailure(message(root, e), help(e)), e);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        if (isHidden(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        found.accept(folder, true);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isHidden(file)) {
            found.accept(file, false);
        }
        return FileVisitResult.CONTINUE;
    }

    /// What is gone by now was a file of somebody else, or is missed when it is read.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (isHidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (e instanceof NoSuchFileException && !file.equals(root)) {
            found.accept(file, false);
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }

    private boolean isHidden(Path path) {
        return !path.equals(root) && path.getFileName().toString().startsWith(".");
    }

    private static String message(Path root, IOException e) {
        String place = e instanceof FileSystemException failed && failed.getFile() != null
                ? failed.getFile()
                : root.toString();
        String why = switch (e) {
            case FileSystemLoopException _ -> "it is a link to a folder that it lies in";
            case AccessDeniedException _ -> "this user may not read it";
            default -> e.getMessage();
        };
        return "folder \"%s\" cannot be read: %s".formatted(place, why);
    }

    private static String help(IOException e) {
        return e instanceof FileSystemLoopException
                ? "remove the link, or correct --locations"
                : "make it readable for the user that runs this program, or correct --locations";
    }
}
