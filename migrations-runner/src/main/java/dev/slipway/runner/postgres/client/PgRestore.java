package dev.slipway.runner.postgres.client;

import dev.slipway.runner.postgres.connect.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Calls of `pg_restore`.
///
/// @param environment of this process
/// @param owners whether objects get the owners and rights they had
public record PgRestore(Client client, Map<String, String> environment, boolean owners) {
    /// Begins to restore a dump in one transaction, or by several sessions without one.
    ///
    /// @param jobs how many sessions work at once
    public ClientProcess start(Session session, Path file, int jobs) {
        List<String> arguments = arguments(session, jobs);
        arguments.add(file.toString());
        return start(session, arguments);
    }

    /// The same of a dump that is written to its standard input.
    public ClientProcess stream(Session session) {
        return start(session, arguments(session, 1));
    }

    private List<String> arguments(Session session, int jobs) {
        List<String> arguments = new ArrayList<>(List.of(
                "--exit-on-error",
                "--no-password",
                "--dbname=dbname='%s'"
                        .formatted(session.databaseName().replace("\\", "\\\\").replace("'", "\\'"))));
        arguments.add(jobs > 1 ? "--jobs=" + jobs : "--single-transaction");
        if (!owners) {
            arguments.add("--no-owner");
            arguments.add("--no-privileges");
        }
        session.role().ifPresent(role -> arguments.add("--role=" + role));
        return arguments;
    }

    private ClientProcess start(Session session, List<String> arguments) {
        return ClientProcess.start(
                client, Clients.RESTORE, arguments, ClientEnvironment.of(environment, session, Clients.RESTORE), false);
    }
}
