package dev.slipway.workbench.server;

import dev.slipway.runner.postgres.scratch.CarriedServer;
import dev.slipway.testing.PostgresServer;

/// The PostgreSQL that is shipped as a Maven artifact; it starts in about two seconds, as root as well.
public final class EmbeddedServer implements CarriedServer {
    @Override
    public Running start() {
        return new Started(PostgresServer.start(0));
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
