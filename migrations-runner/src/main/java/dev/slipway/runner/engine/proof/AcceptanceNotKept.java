package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.List;

/// Nothing is to run, drift should be accepted, and the user of the run may not write that down.
///
/// @param table where it would be kept, as it stands in SQL
public record AcceptanceNotKept(String database, String table, List<SchemaDifference> differences)
        implements ProofFailure {
    public AcceptanceNotKept {
        differences = List.copyOf(differences);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "what differs in database %s cannot be accepted: this user may not create or alter %s"
                .formatted(database, table);
    }

    @Override
    public List<String> details() {
        return DifferenceText.lines(differences);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "run it as the owner of the history (`--owner-role`), or let this user create tables beside it";
    }
}
