package dev.slipway.runner.cli;

import dev.slipway.runner.model.ExitCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// How a command may end, told from what it is given. Whatever a test runs is held to it.
public final class PossibleExitCodes {
    private static final Set<String> FINDING = Set.of("check", "verify-model", "prove", "drift", "revision", "restore");

    private PossibleExitCodes() {}

    public static Set<ExitCode> of(CommandSpec command) {
        Set<ExitCode> codes = EnumSet.of(ExitCode.DONE, ExitCode.USAGE, ExitCode.INTERNAL_ERROR);
        add(codes, command, "--locations", ExitCode.REFUSED);
        add(codes, command, "--url", ExitCode.DATABASE_UNAVAILABLE, ExitCode.INTERRUPTED, ExitCode.TERMINATED);
        add(codes, command, "--scratch-url", ExitCode.DATABASE_UNAVAILABLE, ExitCode.INTERRUPTED, ExitCode.TERMINATED);
        add(codes, command, "--run-lock-timeout", ExitCode.LOCKED);
        if (!command.name().equals("plan")) {
            add(codes, command, "--lock-timeout", ExitCode.SCRIPT_FAILED);
        }
        add(codes, command, "--backups", ExitCode.REFUSED, ExitCode.BACKUP_FAILED);
        if (command.name().equals("restore")) {
            codes.addAll(Set.of(ExitCode.REFUSED, ExitCode.BACKUP_FAILED));
        }
        if (command.name().equals("init")) {
            codes.add(ExitCode.REFUSED);
        }
        if (command.name().equals("revision")) {
            codes.add(ExitCode.SCRIPT_FAILED);
        }
        add(codes, command, "--tenants", ExitCode.TENANTS_DIFFER);
        add(codes, command, "--check-heads", ExitCode.FINDINGS);
        add(codes, command, "--baseline", ExitCode.FINDINGS);
        if (FINDING.contains(command.name())) {
            codes.add(ExitCode.FINDINGS);
        }
        if (!Set.of("current", "history", "prove", "renumber", "report", "verify-model")
                .contains(command.name())) {
            add(codes, command, "--history-table", ExitCode.HISTORY_MISMATCH);
        }
        return codes;
    }

    /// The first word that is a command is the command; without one it is `upgrade`.
    public static void require(List<String> arguments, int code) {
        Map<String, CommandSpec> commands = new HashMap<>();
        CommandModel.commands().forEach(command -> command.names().forEach(name -> commands.put(name, command)));
        String name =
                arguments.stream().filter(commands::containsKey).findFirst().orElse("upgrade");
        CommandSpec command = Objects.requireNonNull(commands.get(name));
        if (of(command).stream().noneMatch(possible -> possible.code() == code)) {
            throw new AssertionError("%s ended with %d, which its page does not know".formatted(name, code));
        }
    }

    private static void add(Set<ExitCode> codes, CommandSpec command, String option, ExitCode... possible) {
        if (command.optionsMap().containsKey(option)) {
            codes.addAll(Set.of(possible));
        }
    }
}
