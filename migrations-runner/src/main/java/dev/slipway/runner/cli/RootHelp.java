package dev.slipway.runner.cli;

import dev.slipway.runner.command.Workbench;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The help of the program itself: the commands in groups, one line each.
final class RootHelp {
    record Group(String heading, List<String> commands) {}

    static final List<Group> GROUPS = List.of(
            new Group(
                    "Change a database", List.of("upgrade", "downgrade", "batch", "adopt", "stamp", "import-alembic")),
            new Group(
                    "Look at a database",
                    List.of("plan", "current", "history", "check", "drift", "report", "verify-model", "wait")),
            new Group("Look at the scripts", List.of("heads", "branches", "show", "prove")),
            new Group("Back up and restore", List.of("backup", "restore")),
            new Group("Write scripts", List.of("init", "revision", "merge", "renumber")));

    static final String OTHERS = "Other commands";
    private static final int INDENT = 2;

    private RootHelp() {}

    static void set(CommandLine root) {
        CommandLine help = root.getSubcommands().get("help");
        if (help != null) {
            help.getCommandSpec().usageMessage().description("Shows the help of a command.");
        }
        UsageMessageSpec usage = root.getCommandSpec().usageMessage();
        usage.customSynopsis("slipway [COMMAND] [OPTIONS]");
        usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "");
        usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, RootHelp::groups);
        usage.footer(Stream.concat(
                        Stream.of(
                                "",
                                "Examples:",
                                "  DATABASE_URL=postgresql://me:secret@localhost/app slipway",
                                "  slipway history --locations filesystem:migrations",
                                "  slipway help downgrade",
                                "",
                                "Every option can be set in the environment: --wait-timeout is SLIPWAY_WAIT_TIMEOUT."),
                        Workbench.find().advice().stream())
                .toArray(String[]::new));
    }

    private static String groups(Help help) {
        Map<String, Help> left = new LinkedHashMap<>();
        help.subcommands()
                .values()
                .forEach(command -> left.put(command.commandSpec().name(), command));
        int width = help.subcommands().keySet().stream()
                        .mapToInt(String::length)
                        .max()
                        .orElse(0)
                + 2 * INDENT;
        StringBuilder text = new StringBuilder();
        for (Group group : GROUPS) {
            List<Help> commands = group.commands().stream()
                    .map(left::remove)
                    .filter(Objects::nonNull)
                    .toList();
            text.append(section(group.heading(), commands, width));
        }
        return text.append(section(OTHERS, List.copyOf(left.values()), width)).toString();
    }

    private static String section(String heading, List<Help> commands, int width) {
        StringBuilder text = new StringBuilder(commands.isEmpty() ? "" : "%n%s:%n".formatted(heading));
        for (Help command : commands) {
            CommandSpec spec = command.commandSpec();
            String names = String.join(", ", spec.names());
            String description = spec.usageMessage().description()[0];
            text.append(" ".repeat(INDENT))
                    .append(names)
                    .append(" ".repeat(width - INDENT - names.length()))
                    .append(description)
                    .append(System.lineSeparator());
        }
        return text.toString();
    }
}
