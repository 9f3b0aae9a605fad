package dev.slipway.runner.acceptance.backup;

import dev.slipway.runner.Program;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Leaves a class out when PostgreSQL is not installed, loudly; fails it in CI.
final class ClientRequired implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Stream.of("pg_dump", "initdb")
                .forEach(program -> Program.require(InstalledServer.BIN.resolve(program), "postgresql-15"));
    }
}
