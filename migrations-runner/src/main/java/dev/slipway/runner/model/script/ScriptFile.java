package dev.slipway.runner.model.script;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// A script's file.
///
/// @param path relative to its location with `/` between folders, as Flyway records it in the history
/// @param origin where it was found, for people
/// @param text its content, without a byte order mark
public record ScriptFile(String path, String origin, String text) {
    /// Flyway's checksum: CRC-32 over the lines in UTF-8 without their ends.
    public int checksum() {
        return checksum(text);
    }

    public static int checksum(String text) {
        CRC32 crc = new CRC32();
        text.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }

    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
