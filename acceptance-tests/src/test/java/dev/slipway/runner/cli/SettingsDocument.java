package dev.slipway.runner.cli;

import dev.slipway.runner.model.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
        Map<String, Map<Meaning, List<String>>> options = new TreeMap<>();
        for (CommandSpec command : commands) {
            for (OptionSpec option : command.options()) {
                if (!EnvironmentOptions.isHelp(option)) {
                    options.computeIfAbsent(option.longestName(), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(Meaning.of(option), _ -> new ArrayList<>())
                            .add(command.name());
                }
            }
        }
        return options.values().stream()
                .flatMap(meanings -> meanings.entrySet().stream())
                .map(meaning -> row(meaning.getKey(), meaning.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String row(Meaning meaning, List<String> users) {
        return row(
                meaning.option(),
                meaning.variable(),
                meaning.usual(),
                users.size() == commands.size() ? "all" : String.join(", ", users),
                meaning.description());
    }

    /// What an option is to some commands; to others it may be something else.
    ///
    /// @param usual its default, or nothing
    private record Meaning(String option, String variable, String usual, String description) {
        static Meaning of(OptionSpec option) {
            boolean flag = option.arity().max() == 0;
            return new Meaning(
                    code(flag ? option.longestName() : option.longestName() + " " + option.paramLabel()),
                    code(EnvironmentOptions.variable(option)),
                    option.defaultValue() == null ? "" : code(option.defaultValue()),
                    option.description()[0]);
        }
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
