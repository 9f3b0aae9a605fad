package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.List;

/// A script ran, and the schema is then not the one that was proved.
///
/// @param script its file name
/// @param label how people name it
/// @param rest what became of the script
public record ResultUnproved(
        String script, String label, List<SchemaDifference> differences, RunProgress progressed, ScriptFailed.Rest rest)
        implements ProofFailure {
    public ResultUnproved {
        differences = List.copyOf(differences);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.SCRIPT_FAILED;
    }

    @Override
    public String message() {
        return "script \"%s\" does something else here than when it was proved".formatted(script);
    }

    @Override
    public List<String> details() {
        List<String> details = new ArrayList<>();
        details.add(DifferenceText.headline(differences));
        DifferenceText.lines(differences).forEach(line -> details.add("  " + line));
        return details;
    }

    @Override
    public String state() {
        return progressed.text() + "; " + rest.text(label);
    }

    @Override
    public String help() {
        return switch (rest) {
            case ScriptFailed.Rest.RolledBack(), ScriptFailed.Rest.Dropped(), ScriptFailed.Rest.Batches(long _) ->
                ("find what in the script depends on this database, its data, settings or version, correct it, run "
                                + "`prove` (`prove --all` if it is the value of a placeholder), and then `%1$s` again; if others changed these objects meanwhile, only run "
                                + "`%1$s` again; if it is the server that does this, `%1$s --accept-drift` takes these "
                                + "objects as they are, and records it")
                        .formatted(progressed.command());
            case ScriptFailed.Rest.Begun begun ->
                "make these objects what was proved and run `%s` again, which has nothing left to do of %s but to look; "
                                .formatted(progressed.command(), label)
                        + "`%s --accept-drift` takes them as they are".formatted(progressed.command());
        };
    }
}
