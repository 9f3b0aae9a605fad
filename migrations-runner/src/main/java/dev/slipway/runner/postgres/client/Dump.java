package dev.slipway.runner.postgres.client;

import dev.slipway.runner.postgres.connect.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Calls of `pg_dump`, and of `pg_restore` to look at what it wrote.
///
/// @param environment of this process
public record Dump(Client client, Map<String, String> environment) {
    /// How a dump is laid out.
    public enum Format {
        /// One file.
        CUSTOM,
        /// A folder with a file for each table, written and restored by several sessions at once.
        DIRECTORY
    }

    /// Begins to dump the database of a session as it was at a moment.
    ///
    /// @param jobs how many sessions write at once, for a directory
    public ClientProcess start(Session session, ExportedSnapshot snapshot, Format format, Path file, int jobs) {
        return dump(session, snapshot, format, List.of("--file=" + file, "--jobs=" + jobs), false);
    }

    /// The same, to be read from its standard output.
    public ClientProcess stream(Session session, ExportedSnapshot snapshot) {
        return dump(session, snapshot, Format.CUSTOM, List.of(), true);
    }

    private ClientProcess dump(
            Session session, ExportedSnapshot snapshot, Format format, List<String> more, boolean output) {
        List<String> arguments = new ArrayList<>(
                List.of("--format=" + (format == Format.CUSTOM ? "custom" : "directory"), "--no-password"));
        arguments.add("--snapshot=" + snapshot.id());
        session.role().ifPresent(role -> arguments.add("--role=" + role));
        arguments.addAll(more);
        return ClientProcess.start(client, Clients.DUMP, arguments, variables(session), output);
    }

    /// Reads the table of contents of a dump.
    public ClientProcess list(Path file) {
        return ClientProcess.start(
                client, Clients.RESTORE, List.of("--list", file.toString()), ClientEnvironment.of(environment), false);
    }

    /// The same of a dump that is written to its standard input. It may end before it has read all.
    public ClientProcess listStream() {
        return ClientProcess.start(
                client, Clients.RESTORE, List.of("--list"), ClientEnvironment.of(environment), false);
    }

    private Map<String, String> variables(Session session) {
        return ClientEnvironment.of(environment, session, Clients.DUMP);
    }
}
