package dev.slipway.runner.cli;

import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.FlywaySettings;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.command.RootCommand;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.Defect;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.SlipwayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// One call of the program: finds the command, runs it, prints its report or failure, and gives the exit code.
final class Invocation {
    private static final Set<String> VERSION = Set.of("-V", "--version");
    private static final Set<String> ROOT_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private final List<String> arguments;
    private final Map<String, String> environment;
    private final FlywaySettings flyway;
    private final Output output;
    private final Interruption interruption;

    Invocation(
            List<String> arguments,
            Map<String, String> environment,
            FlywaySettings flyway,
            Output output,
            Interruption interruption) {
        this.arguments = RelativeTargets.named(withDefaultCommand(arguments));
        this.environment = environment;
        this.flyway = flyway;
        this.output = output;
        this.interruption = interruption;
    }

    /// Options without a command belong to the default command.
    static List<String> withDefaultCommand(List<String> arguments) {
        boolean named = !arguments.isEmpty()
                && (!arguments.getFirst().startsWith("-") || ROOT_OPTIONS.contains(arguments.getFirst()));
        if (named) {
            return arguments;
        }
        List<String> all = new ArrayList<>();
        all.add(RootCommand.DEFAULT);
        all.addAll(arguments);
        return all;
    }

    ExitCode run() {
        try {
            if (VERSION.contains(arguments.getFirst()) && arguments.size() == 1) {
                output.writer().println(Commands.versionLine());
                return ExitCode.DONE;
            }
            return runCommand();
        } catch (ParameterException e) {
            return fail(UsageErrors.of(e));
        } catch (SlipwayException e) {
            return fail(e.failure());
        } catch (RuntimeException | Error e) {
            return fail(Defect.of(e));
        }
    }

    private ExitCode runCommand() {
        Context context = new Context(
                environment,
                flyway,
                output.progress(),
                output.aside(),
                output::warning,
                output::line,
                interruption.session(),
                new Terminal(output::said),
                System.in);
        ForeignWords.command(arguments).ifPresent(failure -> {
            throw new SlipwayException(failure);
        });
        if (arguments.getFirst().equals("migrate") && Terminal.isThere()) {
            output.warning("`migrate` applies scripts, as in Flyway; what Flask-Migrate calls so is `revision -m ...`");
        }
        UnknownVariables.warn(environment, output);
        CommandLine commandLine = Commands.create(context, arguments);
        commandLine.setOut(output.writer());
        return run(commandLine.parseArgs(arguments.toArray(String[]::new)));
    }

    private ExitCode run(ParseResult parsed) {
        if (CommandLine.executeHelpRequest(parsed) != null) {
            return ExitCode.DONE;
        }
        flyway.warning(environment).ifPresent(output::warning);
        CommandLine command = parsed.asCommandLineList().getLast();
        Report report = Commands.call(command);
        output.report(report);
        return report.exitCode();
    }

    private ExitCode fail(Failure failure) {
        output.failure(failure);
        return failure.exitCode();
    }
}
