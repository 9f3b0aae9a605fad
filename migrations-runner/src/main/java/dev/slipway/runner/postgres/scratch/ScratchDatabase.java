package dev.slipway.runner.postgres.scratch;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.connect.Session;
import java.util.Set;
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
        server.uses(open, name);
        return open;
    }

    /// Another database that is equal to this one. The session of this one ends, since PostgreSQL copies no database
    /// that is in use.
    public ScratchDatabase copy() {
        disconnect();
        return server.copyOf(name);
    }

    /// All roles of the server.
    public Set<Long> roles() {
        return server.roles().all();
    }

    /// Takes note of the roles that a script made or dropped.
    ///
    /// @param before all roles before it ran
    public void rolesChanged(Set<Long> before, String sql) {
        server.roles().changed(name, before, sql);
    }

    /// Makes up the role whose lack the server complains of, so that the script can be run again.
    public boolean makeUpRole(ServerError error) {
        return server.roles().makeUp(error);
    }

    /// Makes the extension whose lack the server complains of, so that the script can be run again.
    public boolean makeUpExtension(ServerError error) {
        boolean found = server.makeUpExtension(error);
        if (found) {
            disconnect();
            server.addExtensions(name);
        }
        return found;
    }

    /// Whether the server complains of the lack of an extension that can still be made up.
    public boolean lacksExtension(ServerError error) {
        return server.lacksExtension(error);
    }

    /// Whether an object was made up, so that no script makes it.
    public boolean isMadeUp(SchemaObject.Key key) {
        return server.extensions().has(key);
    }

    /// Ends the session; the next one is another.
    public void disconnect() {
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
