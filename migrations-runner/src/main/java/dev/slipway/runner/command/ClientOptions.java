package dev.slipway.runner.command;

import dev.slipway.runner.postgres.client.Clients;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where PostgreSQL's own programs are, and how many sessions they use.
final class ClientOptions {
    @Option(
            names = Clients.FLAG,
            paramLabel = "FOLDER",
            description = "the folder of pg_dump and pg_restore; else PATH, and where packages put them")
    @Nullable
    Path folder;

    @Option(
            names = "--jobs",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "how many sessions work at once on a dump of the format directory")
    int jobs = 1;
}
