package dev.slipway.runner.engine.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Replaces a file as a whole: who reads it meanwhile sees the old or the new one.
public final class FileReplacement {
    private FileReplacement() {}

    /// Begins beside it, with a name that nobody takes for the file.
    public static void write(Path file, String text) throws IOException {
        Path begun = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(begun, text);
        Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
