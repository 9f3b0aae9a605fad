package dev.slipway.runner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/// `docs/commands/README.md`: all commands in the groups of `slipway help`.
final class CommandIndex {
    private CommandIndex() {}

    static GeneratedDocument render(List<CommandSpec> commands) {
        List<CommandSpec> left = new ArrayList<>(commands);
        StringBuilder text = new StringBuilder("""
                # Commands

                Written from the code: run `scripts/write-docs` after a change. `slipway help COMMAND` shows the same in a terminal.
                """);
        for (RootHelp.Group group : RootHelp.GROUPS) {
            List<CommandSpec> members = group.commands().stream()
                    .flatMap(name ->
                            commands.stream().filter(command -> command.name().equals(name)))
                    .toList();
            text.append(section(group.heading(), members));
            left.removeAll(members);
        }
        return new GeneratedDocument(
                CommandPage.FOLDER + "README.md",
                text.append(section(RootHelp.OTHERS, left)).toString());
    }

    private static String section(String heading, List<CommandSpec> commands) {
        String rows = commands.stream()
                .map(command -> "| %s | %s |\n"
                        .formatted(names(command), command.usageMessage().description()[0]))
                .collect(Collectors.joining());
        return commands.isEmpty() ? "" : "\n## %s\n\n| command | does |\n|---|---|\n%s".formatted(heading, rows);
    }

    private static String names(CommandSpec command) {
        String page = "[`%s`](%s.md)".formatted(command.name(), command.name());
        String aliases =
                List.of(command.aliases()).stream().map(", `%s`"::formatted).collect(Collectors.joining());
        return page + aliases;
    }
}
