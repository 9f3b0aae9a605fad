package dev.slipway.runner.cli;

import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.command.RootCommand;
import dev.slipway.runner.model.Durations;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.TypeConversionException;

/// Sets up the command line: how commands are made, how values are read, and what all commands have in common.
public final class Commands {
    private static final int HELP_WIDTH = 110;

    private Commands() {}

    public static CommandLine create(Context context) {
        CommandLine commandLine = new CommandLine(new RootCommand(), new ContextFactory(context));
        commandLine
                .registerConverter(Duration.class, Commands::duration)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH);
        EnvironmentTwins.add(commandLine, context.environment());
        RootHelp.set(commandLine);
        commandLine.getCommandSpec().version("slipway " + version());
        commandLine.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .forEach(command ->
                        command.version("slipway " + version()).usageMessage().abbreviateSynopsis(true));
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

    private static String version() {
        return Optional.ofNullable(Commands.class.getPackage().getImplementationVersion())
                .orElse("(development)");
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
