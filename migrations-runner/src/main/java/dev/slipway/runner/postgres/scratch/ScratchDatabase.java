package dev.slipway.runner.postgres.scratch;

import dev.slipway.runner.postgres.connect.Session;
import org.jspecify.annotations.Nullable;

/// A database that is dropped when it is closed.
public final class ScratchDatabase implements AutoCloseable {
    private final ScratchServer server;
    private final String name;
    private @Nullable Session session;

    ScratchDatabase(ScratchServer server, String name) {
        this.server = server;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// The one session in it, which is about to be used.
    public Session session() {
        Session open = session == null ? server.connect(name) : session;
        session = open;
        server.uses(open);
        return open;
    }

    /// Another database that is equal to this one. The session of this one ends, since PostgreSQL copies no database
    /// that is in use.
    public ScratchDatabase copy() {
        disconnect();
        return server.copyOf(name);
    }

    private void disconnect() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public void close() {
        disconnect();
        server.drop(name);
    }
}
