package dev.slipway.workbench.command;

import dev.slipway.runner.command.ConnectionOptions;
import dev.slipway.runner.command.ScratchOptions;
import dev.slipway.workbench.autogenerate.ObjectRename;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether and how scripts are written from the entities.
final class AutogenerateOptions {
    @Option(names = "--autogenerate", description = "write what the entities need and the scripts lack, and prove it")
    boolean autogenerate;

    @Mixin
    final EntityOptions entities = new EntityOptions();

    @Mixin
    final ScratchOptions scratch = new ScratchOptions();

    @Option(
            names = ConnectionOptions.DEFAULT_SCHEMA,
            paramLabel = "NAME",
            description = "the schema in which scripts create what they do not qualify, as `upgrade` is told; entities "
                    + "without a schema have their tables there")
    @Nullable
    String defaultSchema;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "a column or table that gets another name: users.name=users.full_name or people=users; "
                    + "may be given several times")
    List<String> renames = List.of();

    @Option(
            names = "--drop",
            paramLabel = "NAME",
            split = ",",
            description = "objects without an entity to drop: audit,users.old_name,users_name_idx; all others stay")
    List<String> drops = List.of();

    @Option(
            names = "--one",
            description = "write one revision, in one transaction, where tables are known to be small: locks are held "
                    + "while rows are looked at, and unless a choice is open in it the header allows that")
    boolean one;

    @Option(
            names = "--wait-timeout",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "how long to wait for the server of --scratch-url; 0 tries once")
    Duration waitTimeout = Duration.ZERO;

    List<ObjectRename> parsedRenames() {
        return renames.stream().map(ObjectRename::parse).toList();
    }
}
