package dev.slipway.runner.command;

import dev.slipway.runner.engine.backup.BackupBefore;
import dev.slipway.runner.engine.backup.BackupRequest;
import dev.slipway.runner.engine.backup.BackupRule;
import dev.slipway.runner.engine.backup.Recipients;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.client.Dump;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where backups go, and how they are made.
final class BackupOptions {
    @Mixin
    private final ClientOptions client = new ClientOptions();

    @Option(
            names = "--backups",
            paramLabel = "FOLDER",
            defaultValue = "backups",
            description = "the folder for backups; created if its parent folder exists")
    private Path to = Path.of("");

    @Option(
            names = "--keep-backups",
            paramLabel = "NUMBER",
            description = "keep this many backups of the database in the folder and delete older ones "
                    + "(default: keep all)")
    private @Nullable Integer keep;

    @Option(
            names = "--dump-format",
            paramLabel = "FORMAT",
            defaultValue = "custom",
            description = "custom, one file; or directory, which several sessions write at once")
    private String format = "";

    @Option(
            names = Recipients.FLAG,
            paramLabel = "KEY",
            split = ",",
            description = "encrypt the dump for these public keys of age (age1...), several with commas; "
                    + "the secret keys stay elsewhere")
    private List<String> recipients = List.of();

    /// What precedes a run, or null if nothing does.
    @Nullable
    BackupBefore before(Context context, BackupRule rule) {
        return rule == BackupRule.NEVER ? null : new BackupBefore(rule, request(context));
    }

    BackupRequest request(Context context) {
        if (keep != null && keep < 1) {
            throw new SlipwayException(new UsageFailure(
                    "--keep-backups %d would delete the new backup too".formatted(keep), "give 1 or more"));
        }
        Dump.Format chosen = format();
        if (client.jobs > 1 && chosen == Dump.Format.CUSTOM) {
            throw new SlipwayException(new UsageFailure(
                    "--jobs %d needs a dump that several sessions can write at once".formatted(client.jobs),
                    "add --dump-format directory"));
        }
        if (!recipients.isEmpty() && chosen == Dump.Format.DIRECTORY) {
            throw new SlipwayException(new UsageFailure(
                    "a dump of the format directory is written by pg_dump alone, and not encrypted",
                    "leave out --dump-format or %s".formatted(Recipients.FLAG)));
        }
        return new BackupRequest(
                to, keep, chosen, client.jobs, Recipients.checked(recipients), client.folder, context.environment());
    }

    private Dump.Format format() {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "custom" -> Dump.Format.CUSTOM;
            case "directory" -> Dump.Format.DIRECTORY;
            default ->
                throw new SlipwayException(new UsageFailure(
                        "\"%s\" is not a format of a dump".formatted(format), "give custom or directory"));
        };
    }
}
