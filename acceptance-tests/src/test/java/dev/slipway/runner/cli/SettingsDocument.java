package dev.slipway.runner.cli;

import dev.slipway.runner.model.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `docs/settings.md`, read from the command line's own model.
final class SettingsDocument {
    private final List<CommandSpec> commands;

    private SettingsDocument(List<CommandSpec> commands) {
        this.commands = commands;
    }

    static GeneratedDocument render() {
        SettingsDocument document = new SettingsDocument(CommandModel.commands());
        String text = Checkout.read("acceptance-tests/src/test/resources/dev/slipway/runner/cli/settings.template.md")
                .replace("${commands}", document.commands())
                .replace("${options}", document.options())
                .replace("${durations}", Durations.FORM);
        return new GeneratedDocument("docs/settings.md", text);
    }

    private String commands() {
        return commands.stream()
                .map(spec -> row(
                        code(spec.name()),
                        Arrays.stream(spec.aliases())
                                .map(SettingsDocument::code)
                                .collect(Collectors.joining(", ")),
                        spec.usageMessage().description()[0]))
                .collect(Collectors.joining("\n"));
    }

    private String options() {
        Map<String, List<OptionSpec>> options = new TreeMap<>();
        Map<String, List<String>> users = new TreeMap<>();
        for (CommandSpec command : commands) {
            for (OptionSpec option : command.options()) {
                if (!EnvironmentOptions.isHelp(option)) {
                    options.computeIfAbsent(option.longestName(), _ -> new ArrayList<>())
                            .add(option);
                    users.computeIfAbsent(option.longestName(), _ -> new ArrayList<>())
                            .add(command.name());
                }
            }
        }
        return options.values().stream()
                .map(SettingsDocument::usual)
                .map(option -> row(option, users.getOrDefault(option.longestName(), List.of())))
                .collect(Collectors.joining("\n"));
    }

    /// The one that means what it means in most commands.
    private static OptionSpec usual(List<OptionSpec> options) {
        return options.stream()
                .max(Comparator.comparingLong(option -> options.stream()
                        .filter(other -> other.description()[0].equals(option.description()[0]))
                        .count()))
                .orElseThrow();
    }

    private String row(OptionSpec option, List<String> users) {
        boolean flag = option.arity().max() == 0;
        return row(
                code(flag ? option.longestName() : option.longestName() + " " + option.paramLabel()),
                code(EnvironmentOptions.variable(option)),
                option.defaultValue() == null ? "" : code(option.defaultValue()),
                users.size() == commands.size() ? "all" : String.join(", ", users),
                option.description()[0]);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
