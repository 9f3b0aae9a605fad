package dev.slipway.runner.engine.verify;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.postgres.catalog.RoleRights;
import java.util.ArrayList;
import java.util.List;

/// Whether the service's role may do what the service does, and cannot change the schema.
final class RightsCheck {
    private static final String DENIED = "requests fail with SQLSTATE 42501";
    private static final String UNSEEN = "the service can change the schema behind the back of the history";

    private final String role;
    private final RoleRights rights;

    RightsCheck(String role, RoleRights rights) {
        this.role = role;
        this.rights = rights;
    }

    /// What holds for the whole database.
    List<Finding> general() {
        if (rights.superuser()) {
            return List.of(unseen("it is a superuser", "alter role %s nosuperuser".formatted(role)));
        }
        List<Finding> findings = new ArrayList<>();
        if (rights.createsSchemas()) {
            findings.add(unseen(
                    "it may create schemas, and tables in them",
                    "revoke create on the database from %s, from public and from roles it is a member of"
                            .formatted(role)));
        }
        for (String schema : rights.createsTablesIn()) {
            findings.add(unseen(
                    "it may create tables in schema \"%s\"".formatted(schema),
                    "revoke create on the schema from %s, from public and from roles it is a member of"
                            .formatted(role)));
        }
        return findings;
    }

    List<Finding> findings(Model.Table table, RoleRights.OfTable found) {
        if (rights.superuser()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (found.owner()) {
            findings.add(unseen(
                    "it owns table %s, or is a member of the role that does".formatted(table.name()),
                    "alter table %s owner to the role of the runner".formatted(table.name())));
        }
        if (!found.reachable()) {
            findings.add(denied(
                    "it may not use schema \"%s\", in which %s is".formatted(found.schema(), table.name()),
                    "grant usage on schema %s to %s".formatted(found.schema(), role)));
        }
        if (!found.lacking().isEmpty()) {
            String lacking = String.join(", ", found.lacking());
            findings.add(denied(
                    "it may not %s on %s".formatted(lacking, table.name()),
                    "grant %s on %s to %s".formatted(lacking, table.name(), role)));
        }
        for (String sequence : found.sequences()) {
            findings.add(denied(
                    "it may not use sequence %s, which gives %s its values".formatted(sequence, table.name()),
                    "grant usage on sequence %s to %s".formatted(sequence, role)));
        }
        return findings;
    }

    private Finding unseen(String what, String remedy) {
        return new Finding(where(), what, UNSEEN, remedy);
    }

    private Finding denied(String what, String remedy) {
        return new Finding(where(), what, DENIED, remedy);
    }

    private String where() {
        return "role \"%s\"".formatted(role);
    }
}
