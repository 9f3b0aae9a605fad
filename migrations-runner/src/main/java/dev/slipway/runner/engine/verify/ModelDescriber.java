package dev.slipway.runner.engine.verify;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.mapping.ModelColumnType;
import dev.slipway.runner.postgres.catalog.LiveTable;
import dev.slipway.runner.postgres.catalog.ReadOnlySnapshot;
import dev.slipway.runner.postgres.catalog.RoleRights;
import dev.slipway.runner.postgres.catalog.TableNames;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Describes the model that a database fits as it is, as a beginning for the one of a service.
public final class ModelDescriber {
    private static final List<String> RIGHTS = List.of("select", "insert", "update", "delete");

    private ModelDescriber() {}

    /// @param role the one that the service signs in as, whose rights are described too, or null
    public static Model describe(Session session, String historyTable, @Nullable String role) {
        return ReadOnlySnapshot.during(
                session,
                () -> DatabaseCall.query("describe the tables", () -> {
                    boolean known = role != null && RoleRights.of(session, role).isPresent();
                    List<Model.Table> tables = new ArrayList<>();
                    for (Map.Entry<String, LiveTable> live : LiveTable.named(
                                    session, TableNames.visible(session, historyTable))
                            .entrySet()) {
                        LiveTable table = live.getValue();
                        List<String> rights = known && role != null
                                ? rights(RoleRights.with(session, table, role, RIGHTS, names(table)))
                                : List.of();
                        tables.add(new Model.Table(
                                live.getKey(),
                                table.key().stream().map(LiveTable.Column::name).toList(),
                                table.columns().stream()
                                        .map(ModelDescriber::column)
                                        .toList(),
                                List.of(),
                                List.of(),
                                rights));
                    }
                    return new Model(tables);
                }));
    }

    private static List<String> rights(RoleRights.OfTable found) {
        return RIGHTS.stream()
                .filter(right -> found.reachable() && !found.lacking().contains(right))
                .toList();
    }

    private static List<String> names(LiveTable table) {
        return table.columns().stream().map(LiveTable.Column::name).toList();
    }

    private static Model.Column column(LiveTable.Column column) {
        return new Model.Column(
                column.name(),
                ModelColumnType.holding(column.base()),
                !column.notNull(),
                column.computed() || (column.key() && column.filled()));
    }
}
