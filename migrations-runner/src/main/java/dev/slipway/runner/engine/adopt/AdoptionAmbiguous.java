package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.proof.NearestPosition;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;

/// The schema of a database is that of several positions, which differ in data alone.
public record AdoptionAmbiguous(String database, List<List<Version>> positions) implements AdoptionFailure {
    public AdoptionAmbiguous {
        positions = positions.stream().map(List::copyOf).toList();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the schema of database %s matches several revisions: %s"
                .formatted(database, NearestPosition.names(positions));
    }

    @Override
    public List<String> details() {
        return List.of("the scripts between them change rows only");
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "look at the rows that those scripts change, and name the last one that ran: `adopt %s`"
                .formatted(NearestPosition.name(positions.getLast()));
    }
}
