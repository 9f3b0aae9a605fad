package dev.slipway.runner.engine.revision;

import dev.slipway.runner.model.FileFault;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// Files that are all written or none, and never over one that is there.
public final class NewFiles {
    /// What was made, the last first.
    private final Deque<Path> made = new ArrayDeque<>();

    private NewFiles() {}

    /// @param texts by name
    /// @throws SlipwayException with `UsageFailure`
    public static void write(Path folder, Map<String, String> texts) {
        NewFiles files = new NewFiles();
        Path at = folder;
        try {
            files.makeFolder(folder.toAbsolutePath());
            for (Map.Entry<String, String> text : texts.entrySet()) {
                at = folder.resolve(text.getKey());
                files.makeFile(at, text.getValue());
            }
        } catch (IOException e) {
            files.remove();
            throw new SlipwayException(
                    new UsageFailure("cannot write %s: %s".formatted(at, FileFault.of(e)), help(e)), e);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path at = folder; at != null && Files.notExists(at); at = at.getParent()) {
            missing.push(at);
        }
        for (Path each : missing) {
            Files.createDirectory(each);
            made.push(each);
        }
    }

    /// Fails if there is such a file.
    private void makeFile(Path file, String text) throws IOException {
        Files.createFile(file);
        made.push(file);
        Files.writeString(file, text);
    }

    private void remove() {
        for (Path each : made) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException _) {
                // somebody else put a file into the new folder, which therefore stays
            }
        }
    }

    private static String help(IOException exception) {
        return exception instanceof FileAlreadyExistsException
                ? "move it elsewhere, or choose another message"
                : "let --locations begin with a folder that this user may write to";
    }
}
