package dev.slipway.workbench.command;

import dev.slipway.runner.command.ConnectionOptions;
import dev.slipway.runner.command.ScratchOptions;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.workbench.autogenerate.ObjectRename;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Whether and how scripts are written from the entities.
final class AutogenerateOptions {
    private static final List<String> MEANINGLESS_ALONE =
            List.of("--entities", "--keep", "--rename", "--drop", "--one");

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

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
                    + "while rows are looked at, and the header allows that")
    boolean one;

    @Mixin
    final ScratchWait wait = new ScratchWait();

    /// Whether something was typed that only this reads; what a variable says is there for other runs as well.
    boolean isSpokenOf() {
        return autogenerate || !typed().isEmpty();
    }

    /// Refuses to pass over what was typed.
    ///
    /// @throws SlipwayException with a usage failure
    void require() {
        List<OptionSpec> typed = typed();
        if (!autogenerate && !typed.isEmpty()) {
            throw new SlipwayException(new UsageFailure(
                    "%s without --autogenerate: nothing is read from the entities"
                            .formatted(
                                    typed.stream().map(OptionSpec::longestName).collect(Collectors.joining(", "))),
                    "type `revision --autogenerate -m TEXT%s`"
                            .formatted(typed.stream()
                                    .map(AutogenerateOptions::example)
                                    .collect(Collectors.joining()))));
        }
    }

    private List<OptionSpec> typed() {
        return command.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> MEANINGLESS_ALONE.contains(option.longestName()))
                .distinct()
                .toList();
    }

    private static String example(OptionSpec option) {
        return " " + option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
    }

    List<ObjectRename> parsedRenames() {
        return renames.stream().map(ObjectRename::parse).toList();
    }
}
