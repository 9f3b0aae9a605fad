package dev.slipway.workbench.server;

import dev.slipway.runner.engine.scratch.ScratchRequest;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.scratch.BundledServer;
import dev.slipway.testing.PostgresServer;
import java.io.UncheckedIOException;

/// The PostgreSQL that is shipped as a Maven artifact; it starts in about two seconds. PostgreSQL does not run as
/// root, so for root it is started in a user namespace, which most containers forbid.
public final class EmbeddedServer implements BundledServer {
    /// How the message begins if `initdb` fails, which is what it does for root.
    private static final String PROCESS = "Process [";

    @Override
    public Running start() {
        try {
            return new Started(PostgresServer.start(0));
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new SlipwayException(unusable(e), e);
        }
    }

    static UsageFailure unusable(RuntimeException e) {
        boolean namespace = "root".equals(System.getProperty("user.name"))
                && String.valueOf(e.getMessage()).startsWith(PROCESS);
        return new UsageFailure(
                "the PostgreSQL that comes with Slipway does not start"
                        + (namespace ? " for root, since no user namespace can be made here" : ": " + e.getMessage()),
                "%sname a server for scratch databases with %s, for example postgresql://me@localhost/postgres"
                        .formatted(namespace ? "run this as another user, or " : "", ScratchRequest.FLAG));
    }

    private record Started(PostgresServer server) implements Running {
        @Override
        public String url() {
            return server.superuserUrl();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
