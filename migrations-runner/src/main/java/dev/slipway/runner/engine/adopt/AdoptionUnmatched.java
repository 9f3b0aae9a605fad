package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.proof.NearestPosition;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.ArrayList;
import java.util.List;

/// The schema of a database is not the proved one of any revision.
///
/// @param nearest with the fewest differences first
/// @param foreignSchemas schemas of the database of which no revision knows an object
public record AdoptionUnmatched(String database, List<NearestPosition> nearest, List<String> foreignSchemas)
        implements AdoptionFailure {
    public AdoptionUnmatched {
        nearest = List.copyOf(nearest);
        foreignSchemas = List.copyOf(foreignSchemas);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the schema of database %s matches no revision".formatted(database);
    }

    @Override
    public List<String> details() {
        if (nearest.isEmpty()) {
            return List.of("no revision has any of its objects");
        }
        List<String> details = new ArrayList<>();
        if (!foreignSchemas.isEmpty()) {
            details.add("no revision knows " + quoted());
        }
        NearestPosition first = first();
        if (first.differences().isEmpty()) {
            details.add("all else is as in " + NearestPosition.name(first.position()));
            return details;
        }
        details.add(first.headline() + " (- as proved, + in the database):");
        first.lines().forEach(line -> details.add("  " + line));
        for (NearestPosition near : nearest.subList(1, nearest.size())) {
            NearestPosition other = near.without(foreignSchemas);
            details.add(other.headline() + ":");
            other.summaries().forEach(line -> details.add("  " + line));
        }
        return details;
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        String ignore = foreignSchemas.isEmpty()
                ? ""
                : "if others look after %s, leave it out with --ignore-schema %s"
                        .formatted(quoted(), String.join(",", foreignSchemas));
        if (!nearest.isEmpty() && first().differences().isEmpty()) {
            return ignore;
        }
        return ignore + (ignore.isEmpty() ? "" : "; ") + repair();
    }

    private String repair() {
        if (nearest.isEmpty()) {
            return "use the scripts that this database was made with";
        }
        List<Version> position = nearest.getFirst().position();
        String name = NearestPosition.name(position);
        return "make the database like %s and adopt it again, or write a revision that does what was done by hand"
                        .formatted(name)
                + (position.size() == 1 ? "; `stamp %s` records %s whatever the schema is".formatted(name, name) : "");
    }

    private NearestPosition first() {
        return nearest.getFirst().without(foreignSchemas);
    }

    private String quoted() {
        return String.join(
                " and ", foreignSchemas.stream().map("schema \"%s\""::formatted).toList());
    }
}
