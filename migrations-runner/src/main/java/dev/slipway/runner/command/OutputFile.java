package dev.slipway.runner.command;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The file that `--output` names.
public final class OutputFile {
    private OutputFile() {}

    /// Writes it; one that is there is replaced.
    ///
    /// @throws SlipwayException with a usage failure if it cannot be written
    public static void write(String file, String text) {
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException | InvalidPathException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "file \"%s\" cannot be written: %s".formatted(file, reason(e)), "correct --output"),
                    e);
        }
    }

    private static String reason(Exception exception) {
        return switch (exception) {
            case NoSuchFileException _ -> "there is no such folder";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(exception.getMessage());
        };
    }
}
