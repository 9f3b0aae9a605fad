package dev.slipway.runner.command;

import dev.slipway.runner.model.FileFault;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
        } catch (IOException e) {
            throw unwritten(file, FileFault.of(e), e);
        } catch (InvalidPathException e) {
            throw unwritten(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static SlipwayException unwritten(String file, String reason, Exception cause) {
        return new SlipwayException(
                new UsageFailure("file \"%s\" cannot be written: %s".formatted(file, reason), "correct --output"),
                cause);
    }
}
