package dev.slipway.runner.cli;

import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.PinnedTarget;
import dev.slipway.runner.command.Reviewing;
import dev.slipway.runner.engine.graph.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Gives every option its twin in the environment, `--wait-timeout` and `SLIPWAY_WAIT_TIMEOUT`, and shows twin and
/// default in the help.
public final class EnvironmentOptions {
    public static final String PREFIX = "SLIPWAY_";

    private EnvironmentOptions() {}

    static void add(CommandLine commandLine, Context context) {
        for (CommandLine command :
                new LinkedHashSet<>(commandLine.getSubcommands().values())) {
            CommandSpec spec = command.getCommandSpec();
            if (spec.name().equals("help")) {
                continue;
            }
            addHelp(spec);
            spec.addOption(Format.option(spec.userObject() instanceof Reviewing));
            List.copyOf(spec.options()).stream()
                    .filter(option -> !isHelp(option))
                    .forEach(option -> describe(spec, option));
            command.setDefaultValueProvider(argument -> value(argument, context));
        }
        addHelp(commandLine.getCommandSpec());
    }

    private static void addHelp(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .arity("0")
                .description("show this help")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .arity("0")
                .description("show the version of Slipway")
                .build());
    }

    /// The variable of an option, for example `SLIPWAY_WAIT_TIMEOUT`; the address has the name everybody uses.
    public static String variable(OptionSpec option) {
        return switch (option.longestName()) {
            case "--url" -> "DATABASE_URL";
            case "--placeholder" -> PREFIX + "PLACEHOLDER_NAME";
            default ->
                PREFIX + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
        };
    }

    static boolean isHelp(OptionSpec option) {
        return option.usageHelp() || option.versionHelp();
    }

    private static void describe(CommandSpec spec, OptionSpec option) {
        String shown = option.defaultValue() == null ? "" : ", default " + option.defaultValue();
        String twin = "(%s%s)".formatted(variable(option), shown);
        OptionSpec described = OptionSpec.builder(option)
                .description(option.description()[0], twin)
                .build();
        spec.remove(option);
        spec.add(described);
    }

    private static @Nullable String value(ArgSpec argument, Context context) {
        if (argument instanceof OptionSpec option) {
            return value(option, context);
        }
        return Target.HEAD.equals(argument.defaultValue())
                ? PinnedTarget.of(context.environment())
                        .or(() -> context.flyway().target())
                        .orElse(null)
                : null;
    }

    private static @Nullable String value(OptionSpec option, Context context) {
        String name = option.longestName();
        if (isHelp(option) || name.equals("--placeholder") || name.equals("--url")) {
            return null;
        }
        String own = context.environment().get(variable(option));
        return own == null ? context.flyway().option(name).orElse(null) : own;
    }
}
