package dev.slipway.runner.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "wait",
        description = "Waits until the database can be migrated, and changes nothing.",
        footer = {"", "Examples:", "  slipway wait --wait-timeout 2m"})
final class WaitCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    WaitCommand(Context context) {
        this.context = context;
    }

    /// The database that became ready.
    record Ready(String database, String serverVersion) {}

    @Override
    public Report call() {
        Ready ready =
                connection.connect(context, "wait", session -> new Ready(session.database(), session.serverVersion()));
        return Report.done(ready, "%s is ready (PostgreSQL %s)".formatted(ready.database(), ready.serverVersion()));
    }
}
