package dev.slipway.runner.engine.scratch;

import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.postgres.connect.Session;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where scratch databases may be made.
///
/// @param url of a server, or null for the one that comes on the class path
/// @param command shown in `pg_stat_activity`
/// @param waitTimeout how long to wait for a given server
/// @param schemas in which scripts work there
/// @param opened takes each session that is about to run something, so that a signal can cancel it
public record ScratchRequest(
        @Nullable String url,
        Map<String, String> environment,
        String command,
        Duration waitTimeout,
        Schemas schemas,
        Consumer<Session> opened) {
    public static final String FLAG = "--scratch-url";

    public ScratchRequest {
        environment = Map.copyOf(environment);
    }

    /// The same, where scripts work in this schema.
    public ScratchRequest in(String schema) {
        return new ScratchRequest(url, environment, command, waitTimeout, new Schemas(schema, schemas.made()), opened);
    }

    /// The same, with others who take the sessions.
    public ScratchRequest opening(Consumer<Session> others) {
        return new ScratchRequest(url, environment, command, waitTimeout, schemas, others);
    }

    /// Whether a server is given; else it is that of the class path, which is gone afterwards.
    public boolean isGiven() {
        return url != null && !url.isBlank();
    }
}
