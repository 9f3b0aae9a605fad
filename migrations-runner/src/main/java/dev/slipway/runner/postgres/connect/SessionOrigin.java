package dev.slipway.runner.postgres.connect;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.postgresql.PGProperty;

/// How a session was made, and others are made that have the same origin.
///
/// @param host the one of all hosts that it is on
/// @param command that it is for
public record SessionOrigin(ConnectionSettings settings, HostAddress host, String command) {
    private static final Duration SOON = Duration.ofSeconds(5);

    /// The same for another schema.
    SessionOrigin in(Schemas schemas) {
        return new SessionOrigin(settings.with(schemas), host, command);
    }

    /// The statement that puts the schema to work in first, or an empty text.
    String firstSchema() {
        return settings.schemas().first();
    }

    /// Tries once to make another session on the same database.
    ///
    /// @param doing what it is for
    ConnectAttempt attemptBeside(String doing) throws InterruptedException {
        return Connector.forReads(settings, command + " " + doing).attempt(SOON);
    }

    /// Tries once to make one on another database.
    public ConnectAttempt attemptIn(String database) throws InterruptedException {
        return new Connector(settings.in(database), command).attempt(SOON);
    }

    /// The variables with which PostgreSQL's own programs reach the same server and database.
    ///
    /// @throws IOException if the file of the password cannot be read
    public Map<String, String> clientVariables() throws IOException {
        String given = settings.driverProperties().getOrDefault(PGProperty.APPLICATION_NAME.getName(), "");
        return new ClientVariables(settings, host).read(ApplicationName.of(command, given));
    }
}
