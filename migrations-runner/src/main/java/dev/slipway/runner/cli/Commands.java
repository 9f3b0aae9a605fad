package dev.slipway.runner.cli;

import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.command.RootCommand;
import dev.slipway.runner.command.Workbench;
import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.ProgramVersion;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/// Sets up the command line: how commands are made, how values are read, and what all commands have in common.
public final class Commands {
    private static final int HELP_WIDTH = 110;

    private Commands() {}

    /// All commands.
    public static CommandLine create(Context context) {
        ContextFactory factory = new ContextFactory(context);
        CommandLine root = new CommandLine(new RootCommand(), factory);
        Workbench.find().commands().forEach(command -> root.addSubcommand(new CommandLine(command, factory)));
        RootHelp.set(root);
        return prepared(root, context);
    }

    /// The command that the first argument names, and all others only if it needs them: to set up every command takes
    /// longer than a run with nothing to do.
    static CommandLine create(Context context, List<String> arguments) {
        Optional<Class<?>> named = NamedCommand.in(arguments);
        if (named.isEmpty()) {
            return create(context);
        }
        ContextFactory factory = new ContextFactory(context);
        CommandSpec root = CommandSpec.create().name(RootCommand.NAME);
        return prepared(new CommandLine(root, factory).addSubcommand(new CommandLine(named.get(), factory)), context);
    }

    private static CommandLine prepared(CommandLine commandLine, Context context) {
        commandLine
                .registerConverter(Duration.class, Commands::duration)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH);
        EnvironmentOptions.add(commandLine, context);
        commandLine.getCommandSpec().version(versionLine());
        commandLine.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .forEach(
                        command -> command.version(versionLine()).usageMessage().abbreviateSynopsis(true));
        return commandLine;
    }

    static Report call(CommandLine command) {
        if (command.getCommand() instanceof Callable<?> callable) {
            try {
                return (Report) Objects.requireNonNull(callable.call());
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        throw new CommandLine.ParameterException(command, "no command given");
    }

    static String versionLine() {
        return RootCommand.NAME + " " + ProgramVersion.text();
    }

    private static Duration duration(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is not a duration: write %s".formatted(text, Durations.FORM)));
    }

    /// Gives each command the context of this call.
    private record ContextFactory(Context context) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Context.class) {
                    constructor.setAccessible(true);
                    return type.cast(instance(constructor));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }

        private Object instance(Constructor<?> constructor) throws Exception {
            try {
                return constructor.newInstance(context);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }
}
