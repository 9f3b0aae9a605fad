package dev.slipway.runner.cli;

import dev.slipway.runner.command.MissingWorkbench;
import dev.slipway.runner.model.NearMiss;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Puts a mistake on the command line into the words of Slipway.
final class UsageErrors {
    private static final Pattern CHOICE =
            Pattern.compile("expected one of \\[(.*)] \\(case-(?:in)?sensitive\\) but was '(.*)'");

    /// What `help` says of a command that there is not.
    private static final Pattern SUBCOMMAND = Pattern.compile("Unknown subcommand '(.*)'");

    private UsageErrors() {}

    static UsageFailure of(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String help = "see `%s --help`".formatted(command);
        if (e instanceof UnmatchedArgumentException unmatched) {
            String given = unmatched.getUnmatched().getFirst();
            boolean root = e.getCommandLine().getParent() == null;
            if (MissingWorkbench.has(given)) {
                return MissingWorkbench.failure(given);
            }
            Optional<UsageFailure> foreign =
                    ForeignWords.option(e.getCommandLine().getCommandSpec().name(), given);
            if (unmatched.isUnknownOption() && foreign.isPresent()) {
                return foreign.get();
            }
            String what = unmatched.isUnknownOption() ? "option" : root ? "command" : "argument";
            return new UsageFailure(
                    "unknown %s \"%s\"".formatted(what, given),
                    NearMiss.of(given, words(e.getCommandLine()))
                            .map(meant -> "did you mean %s? %s".formatted(meant, help))
                            .orElse(help));
        }
        Matcher subcommand = SUBCOMMAND.matcher(String.valueOf(e.getMessage()));
        if (subcommand.find() && MissingWorkbench.has(subcommand.group(1))) {
            return MissingWorkbench.failure(subcommand.group(1));
        }
        String message =
                inOurWords(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        return new UsageFailure(Character.toLowerCase(message.charAt(0)) + message.substring(1), help);
    }

    private static String inOurWords(String message) {
        Matcher choice = CHOICE.matcher(message);
        return choice.replaceFirst(found -> "\"%s\" is not one of %s"
                        .formatted(
                                Matcher.quoteReplacement(found.group(2)),
                                found.group(1).toLowerCase(Locale.ROOT)))
                .replaceFirst("positional parameter at index [\\d.*]+ \\((\\w+)\\)", "$1")
                .replaceFirst("\\.$", "")
                .replace('\'', '"');
    }

    private static List<String> words(CommandLine command) {
        return Stream.concat(
                        command.getSubcommands().keySet().stream(),
                        command.getCommandSpec().optionsMap().keySet().stream())
                .toList();
    }
}
