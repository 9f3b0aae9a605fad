package dev.slipway.runner.postgres.client;

import java.nio.file.Path;

/// PostgreSQL's programs of one version.
///
/// @param folder they lie in
/// @param version for example `15.20`
public record Client(Path folder, String version, int major) {
    public Path program(String name) {
        return folder.resolve(name);
    }
}
