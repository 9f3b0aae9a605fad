package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.List;

/// The schema is not the one that was proved for the position of the database: somebody changed it by other means.
public record SchemaDrifted(
        String database, List<Version> position, Direction direction, List<SchemaDifference> differences)
        implements ProofFailure {
    public SchemaDrifted {
        position = List.copyOf(position);
        differences = List.copyOf(differences);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the schema of database %s is not the one that was proved for %s"
                .formatted(database, NearestPosition.name(position));
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
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "take back what was done by hand, or write a revision that does it; "
                + "`%s --accept-drift` leaves these objects as they are and goes on".formatted(direction.command());
    }
}
