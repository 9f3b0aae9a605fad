package dev.slipway.runner.engine.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// A file of a backup as it was written.
///
/// @param path relative to the folder of the backup, with `/`
/// @param sha256 of its content, in hexadecimal digits
record StoredFile(String path, long bytes, String sha256) {
    /// All files of a backup.
    static List<StoredFile> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            List<StoredFile> stored = new ArrayList<>();
            for (Path file : sorted) {
                stored.add(of(folder, file));
            }
            return stored;
        }
    }

    private static StoredFile of(Path folder, Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = content.transferTo(OutputStream.nullOutputStream());
            String path = folder.relativize(file).toString().replace('\\', '/');
            return new StoredFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// What is wrong with the file that lies there now, or an empty text.
    String fault(Path folder) {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            return "%s is missing".formatted(path);
        }
        try {
            StoredFile now = of(folder, file);
            return now.bytes == bytes && now.sha256.equals(sha256)
                    ? ""
                    : "%s has another checksum than when it was written (%d bytes, written %d)"
                            .formatted(path, now.bytes, bytes);
        } catch (IOException e) {
            return "%s cannot be read: %s".formatted(path, e);
        }
    }
}
