package dev.slipway.runner.model.manifest;

import java.util.List;

/// A script as it was proved.
///
/// @param path relative to its location
/// @param checksums Flyway's, of every text the script has had with the same SQL; the last is that of today
/// @param sql the hash of its SQL and settings without comments and white space between words
public record ProvedScript(String path, List<Integer> checksums, String sql) {
    public ProvedScript {
        checksums = List.copyOf(checksums);
    }
}
