package dev.slipway.runner.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A page of `docs/commands/`, read from the command line's own model.
final class CommandPage {
    static final String FOLDER = "docs/commands/";

    private final CommandSpec command;

    private CommandPage(CommandSpec command) {
        this.command = command;
    }

    static GeneratedDocument render(CommandSpec command) {
        return new GeneratedDocument(FOLDER + command.name() + ".md", new CommandPage(command).text());
    }

    private String text() {
        return Stream.of(
                        "# slipway " + command.name(),
                        section("NAME", names() + ": " + command.usageMessage().description()[0]),
                        section("SYNOPSIS", block("", synopsis())),
                        description(),
                        section("OPTIONS", options()),
                        section("EXAMPLES", block("sh", String.join("\n", CommandModel.examples(command)))),
                        section("EXIT CODES", exitCodes()),
                        section("SEE ALSO", seeAlso()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    /// What the help says below the options; NAME has said the rest.
    private String description() {
        String paragraphs = String.join("\n\n", CommandModel.paragraphs(command));
        return paragraphs.isEmpty() ? "" : section("DESCRIPTION", paragraphs);
    }

    private static String section(String heading, String text) {
        return "## %s\n\n%s".formatted(heading, text);
    }

    private static String block(String language, String text) {
        return "```%s\n%s\n```".formatted(language, text);
    }

    private String names() {
        return command.names().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }

    private String synopsis() {
        return new Help(command, Help.defaultColorScheme(Help.Ansi.OFF))
                .synopsis(0)
                .strip();
    }

    private String options() {
        List<String> rows = new ArrayList<>(List.of("| option | variable | default | means |", "|---|---|---|---|"));
        command.positionalParameters().forEach(parameter -> rows.add(row(parameter, parameter.paramLabel(), "")));
        command.options().stream()
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(option -> rows.add(row(
                        option,
                        String.join("`, `", option.names())
                                + (option.arity().max() == 0 ? "" : " " + option.paramLabel()),
                        EnvironmentOptions.isHelp(option) ? "" : "`" + EnvironmentOptions.variable(option) + "`")));
        return String.join("\n", rows);
    }

    private static String row(ArgSpec argument, String names, String variable) {
        String value = argument.defaultValue() == null ? "" : "`" + argument.defaultValue() + "`";
        return "| `%s` | %s | %s | %s |"
                .formatted(names, variable, value, argument.description()[0].replace("|", "\\|"));
    }

    private String exitCodes() {
        String rows = PossibleExitCodes.of(command).stream()
                .map(code -> "| %d | %s |".formatted(code.code(), code.meaning()))
                .collect(Collectors.joining("\n"));
        return "| code | means |\n|---|---|\n" + rows;
    }

    private String seeAlso() {
        List<String> commands =
                CommandModel.commands().stream().map(CommandSpec::name).toList();
        Stream<String> related = RootHelp.GROUPS.stream()
                .map(RootHelp.Group::commands)
                .filter(group -> group.contains(command.name()))
                .flatMap(List::stream)
                .filter(name -> commands.contains(name) && !name.equals(command.name()))
                .map(name -> "[%s](%s.md)".formatted(name, name));
        return Stream.concat(
                        related,
                        Stream.of(
                                "[all commands](README.md)",
                                "[settings](../settings.md)",
                                "[exit codes](../exit-codes.md)"))
                .collect(Collectors.joining(", "));
    }
}
