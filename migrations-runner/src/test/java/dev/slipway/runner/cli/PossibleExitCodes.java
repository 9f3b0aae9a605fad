package dev.slipway.runner.cli;

import dev.slipway.runner.model.ExitCode;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// How a command may end, told from what it is given.
final class PossibleExitCodes {
    private PossibleExitCodes() {}

    static Set<ExitCode> of(CommandSpec command) {
        Set<ExitCode> codes = EnumSet.of(ExitCode.DONE, ExitCode.USAGE, ExitCode.INTERNAL_ERROR);
        add(codes, command, "--locations", ExitCode.REFUSED);
        add(codes, command, "--url", ExitCode.DATABASE_UNAVAILABLE, ExitCode.INTERRUPTED, ExitCode.TERMINATED);
        add(codes, command, "--scratch-url", ExitCode.DATABASE_UNAVAILABLE, ExitCode.INTERRUPTED, ExitCode.TERMINATED);
        add(codes, command, "--run-lock-timeout", ExitCode.LOCKED);
        if (!command.name().equals("plan")) {
            add(codes, command, "--lock-timeout", ExitCode.SCRIPT_FAILED);
        }
        add(codes, command, "--check-heads", ExitCode.FINDINGS);
        if (Set.of("check", "drift", "prove", "revision", "verify-model").contains(command.name())) {
            codes.add(ExitCode.FINDINGS);
        }
        if (Set.of("prove", "revision").contains(command.name())) {
            codes.add(ExitCode.SCRIPT_FAILED);
        }
        if (!Set.of("history", "prove").contains(command.name())) {
            add(codes, command, "--history-table", ExitCode.HISTORY_MISMATCH);
        }
        return codes;
    }

    private static void add(Set<ExitCode> codes, CommandSpec command, String option, ExitCode... possible) {
        if (command.optionsMap().containsKey(option)) {
            codes.addAll(Set.of(possible));
        }
    }
}
