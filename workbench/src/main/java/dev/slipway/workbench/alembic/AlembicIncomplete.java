package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.List;

/// What Alembic wrote does not give scripts that do the same; all reasons at once.
public record AlembicIncomplete(List<ScriptProblem> problems) implements ImportFailure {
    public AlembicIncomplete {
        problems = List.copyOf(problems);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the revisions of Alembic cannot be imported: %s"
                .formatted(
                        problems.size() == 1 ? "there is a fault" : "there are %d faults".formatted(problems.size()));
    }

    @Override
    public List<String> details() {
        return problems.stream()
                .map(problem -> "%s: %s; %s".formatted(problem.where(), problem.what(), problem.help()))
                .toList();
    }

    @Override
    public String state() {
        return "nothing was written";
    }

    @Override
    public String help() {
        return "correct what is named above and run the command again";
    }
}
