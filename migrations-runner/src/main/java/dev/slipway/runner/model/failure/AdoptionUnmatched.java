package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;
import java.util.ArrayList;
import java.util.List;

/// The schema of a database is not the proved one of any revision.
///
/// @param nearest with the fewest differences first
/// @param foreignSchemas schemas of the database of which no revision knows an object
public record AdoptionUnmatched(String database, List<NearPosition> nearest, List<String> foreignSchemas)
        implements Failure {
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
        return "the schema of database %s is that of no revision".formatted(database);
    }

    @Override
    public List<String> details() {
        if (nearest.isEmpty()) {
            return List.of("no revision has any of its objects");
        }
        List<String> details = new ArrayList<>();
        details.add(nearest.getFirst().headline() + " (- as proved, + in the database):");
        nearest.getFirst().lines().forEach(line -> details.add("  " + line));
        for (NearPosition near : nearest.subList(1, nearest.size())) {
            details.add(near.headline() + ":");
            near.summaries().forEach(line -> details.add("  " + line));
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
                : "if others look after %s, leave it out with --ignore-schema %s; "
                        .formatted(quoted(), String.join(",", foreignSchemas));
        if (nearest.isEmpty()) {
            return ignore + "use the scripts that this database was made with";
        }
        String name = NearPosition.name(nearest.getFirst().position());
        return ignore
                + "make the database like %s and adopt it again, or write a revision that does what was done by hand; "
                        .formatted(name)
                + "`stamp %s` records %s whatever the schema is".formatted(name, name);
    }

    private String quoted() {
        return String.join(
                " and ", foreignSchemas.stream().map("schema \"%s\""::formatted).toList());
    }
}
