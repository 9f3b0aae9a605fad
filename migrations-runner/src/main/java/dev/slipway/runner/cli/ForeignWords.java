package dev.slipway.runner.cli;

import dev.slipway.runner.model.failure.UsageFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people type who come from Alembic or Flask-Migrate and what has no counterpart of the same name: one line says
/// what it is here.
final class ForeignWords {
    private static final String FLASK = "db";
    private static final String WRITE =
            "`slipway revision -m \"...\"` writes a script; with the workbench, --autogenerate "
                    + "fills it from the entities";
    private static final String FOLDER =
            "there is nothing to set up: `slipway revision -m \"...\"` makes the folder and the first scripts";
    private static final String EDIT = "open the file that `slipway show REV` names";
    private static final String LEAVE_OUT = "leave it out";

    /// Commands of Alembic and of `flask db`, and what to type instead.
    private static final Map<String, String> COMMANDS = Map.of(
            "edit",
            EDIT,
            "ensure_version",
            "the first `slipway upgrade` makes the history table",
            "list_templates",
            FOLDER);

    /// Options of theirs, and what to type instead.
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("--rev-id", "type --version-id VERSION"),
            Map.entry("--splice", "any revision may be built on: type --head REV alone"),
            Map.entry("--depends-on", "write both parents into the first line of the script: `-- revises: 6, 8`"),
            Map.entry("--version-path", "the script goes into the first folder of --locations"),
            Map.entry("--tag", LEAVE_OUT),
            Map.entry("-x", "give values to scripts with --placeholder NAME=VALUE"),
            Map.entry("--x-arg", "give values to scripts with --placeholder NAME=VALUE"),
            Map.entry("-c", "there is no alembic.ini: settings are options and variables, see docs/settings.md"),
            Map.entry("--config", "there is no alembic.ini: settings are options and variables, see docs/settings.md"),
            Map.entry("-n", "name the database with --url or DATABASE_URL"),
            Map.entry("--name", "name the database with --url or DATABASE_URL"),
            Map.entry("-d", "name the folder of the scripts: --locations FOLDER"),
            Map.entry("--directory", "name the folder of the scripts: --locations FOLDER"),
            Map.entry("--multidb", "run the command once for each database, with its DATABASE_URL"),
            Map.entry("-t", LEAVE_OUT),
            Map.entry("--template", LEAVE_OUT),
            Map.entry("--package", LEAVE_OUT),
            Map.entry("--raiseerr", LEAVE_OUT),
            Map.entry("--resolve-dependencies", LEAVE_OUT + ": what a revision builds on is shown in any case"),
            Map.entry("-i", LEAVE_OUT + ": `history` marks what is applied"),
            Map.entry("--indicate-current", LEAVE_OUT + ": `history` marks what is applied"));

    private ForeignWords() {}

    /// What is wrong with a command line that begins with a command of theirs; nothing if it does not.
    static Optional<UsageFailure> command(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        String first = arguments.getFirst();
        return first.equals(FLASK)
                ? Optional.of(new UsageFailure("there is no \"db\" before the command here", ofFlask(arguments)))
                : Optional.ofNullable(COMMANDS.get(first))
                        .map(help -> new UsageFailure("there is no command \"%s\" here".formatted(first), help));
    }

    private static String ofFlask(List<String> arguments) {
        if (arguments.size() == 1) {
            return "see `slipway help`";
        }
        String word = arguments.get(1);
        return switch (word) {
            case "migrate" -> WRITE + "; `slipway migrate` would apply scripts, as in Flyway";
            default ->
                COMMANDS.getOrDefault(
                        word,
                        "type `slipway %s`"
                                .formatted(String.join(" ", arguments.subList(1, arguments.size()))
                                        .replace(" current-", " -")));
        };
    }

    /// What is wrong with an option of theirs; nothing if it is none.
    ///
    /// @param command that was given it
    static Optional<UsageFailure> option(String command, String given) {
        String name = given.replaceFirst("=.*", "");
        boolean message = name.equals("-m") || name.equals("--message");
        String help = message && command.equals("upgrade")
                ? WRITE + "; `migrate` is `upgrade` here, as in Flyway"
                : OPTIONS.get(name);
        return Optional.ofNullable(help)
                .map(instead -> new UsageFailure(
                        "`%s` has no option \"%s\", unlike Alembic".formatted(command, name), instead));
    }
}
