package dev.slipway.runner.postgres.client;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// What is installed does not fit the server.
///
/// @param doing what it cannot do: `dump`
/// @param found all that was found
/// @param needed for example `15 or newer`
public record ClientUnfit(String doing, List<Client> found, int server, String needed) implements ClientFailure {
    public ClientUnfit {
        found = List.copyOf(found);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "PostgreSQL's client %s cannot %s a server of version %d, which needs %s"
                .formatted(String.join(", ", found.stream().map(Client::version).toList()), doing, server, needed);
    }

    @Override
    public List<String> details() {
        return found.stream()
                .map(client -> "%s: %s".formatted(client.version(), client.folder()))
                .toList();
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "install PostgreSQL's client of version %s, and name its folder with %s unless it is on PATH"
                .formatted(needed, Clients.FLAG);
    }
}
