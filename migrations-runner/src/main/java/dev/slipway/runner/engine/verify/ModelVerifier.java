package dev.slipway.runner.engine.verify;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.postgres.catalog.LiveTable;
import dev.slipway.runner.postgres.catalog.ReadOnlySnapshot;
import dev.slipway.runner.postgres.catalog.RoleRights;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds a database against a model, and finds everything that keeps it from serving.
public final class ModelVerifier {
    private final Session session;
    private final Model model;
    private final @Nullable String role;
    private final List<String> notes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private ModelVerifier(Session session, Model model, @Nullable String role) {
        this.session = session;
        this.model = model;
        this.role = role;
    }

    /// @param role the one that the service signs in as, or null if its rights are not to be checked
    public static VerifyResult verify(Session session, Model model, @Nullable String role) {
        return ReadOnlySnapshot.during(session, () -> new ModelVerifier(session, model, role).verify());
    }

    private VerifyResult verify() {
        List<String> names = model.tables().stream().map(Model.Table::name).toList();
        Map<String, LiveTable> live = DatabaseCall.query("read the tables", () -> LiveTable.named(session, names));
        for (Model.Table table : model.tables()) {
            LiveTable found = live.get(table.name());
            if (found == null) {
                findings.add(missing(table));
            } else {
                findings.addAll(ColumnCheck.findings(table, found));
            }
        }
        addRights(live);
        LiveBridgesCheck bridges = new LiveBridgesCheck(session, notes, findings);
        bridges.verify(model.bridges());
        int columns = model.tables().stream()
                .mapToInt(table -> table.allColumns().size())
                .sum();
        return new VerifyResult(
                session.database(),
                model.tables().size(),
                columns,
                bridges.number(),
                bridges.divergingRows(),
                notes,
                findings);
    }

    private static Finding missing(Model.Table table) {
        return new Finding(
                table.name(),
                "the table does not exist",
                "the service fails on every request that needs it",
                "run `upgrade`; if it is in another schema, name that in DATABASE_URL: currentSchema=...");
    }

    private void addRights(Map<String, LiveTable> live) {
        if (model.tables().isEmpty()) {
            return;
        }
        if (role == null) {
            notes.add("the privileges of the service were not checked: name its role with --service-role");
            return;
        }
        Optional<RoleRights> rights = DatabaseCall.query("read the privileges", () -> RoleRights.of(session, role));
        if (rights.isEmpty()) {
            notes.add("role \"%s\" does not exist: its privileges were not checked".formatted(role));
            return;
        }
        RightsCheck check = new RightsCheck(role, rights.get());
        findings.addAll(check.general());
        for (Model.Table table : model.tables()) {
            LiveTable found = live.get(table.name());
            if (found != null) {
                List<String> columns =
                        table.columns().stream().map(Model.Column::name).toList();
                findings.addAll(check.findings(
                        table,
                        DatabaseCall.query(
                                "read the privileges",
                                () -> RoleRights.with(session, found, role, table.rights(), columns))));
            }
        }
    }
}
