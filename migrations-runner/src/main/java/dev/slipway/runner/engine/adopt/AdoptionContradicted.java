package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.proof.NearestPosition;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.ArrayList;
import java.util.List;

/// A database is said to be where its schema is not.
///
/// @param alembic whether the table `alembic_version` says so, or the one who called
/// @param said where it is said to be, and what differs from that
/// @param matching the positions that have its schema, often none
public record AdoptionContradicted(String database, boolean alembic, NearestPosition said, List<List<Version>> matching)
        implements AdoptionFailure {
    public AdoptionContradicted {
        matching = matching.stream().map(List::copyOf).toList();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        String name = NearestPosition.name(said.position());
        String matched = matching.isEmpty() ? "no revision" : NearestPosition.names(matching);
        return alembic
                ? "alembic_version says database %s is at %s, but its schema matches %s"
                        .formatted(database, name, matched)
                : "the schema of database %s does not match %s; it matches %s".formatted(database, name, matched);
    }

    @Override
    public List<String> details() {
        List<String> details = new ArrayList<>();
        details.add(said.headline() + " (- as proved, + in the database):");
        said.lines().forEach(line -> details.add("  " + line));
        return details;
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        String name = NearestPosition.name(said.position());
        if (matching.isEmpty()) {
            return "make the database like %s and adopt it again, or write a revision that does what was done by hand"
                    .formatted(name);
        }
        String other = NearestPosition.name(matching.getLast());
        return alembic
                ? "find out which of the two is right: `adopt %s` goes by the schema".formatted(other)
                : "adopt %s, or make the database like %s first".formatted(other, name);
    }
}
