package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.SQLException;

/// A table of Slipway's own beside the history. Whoever may not write to the history may not write to it either,
/// whatever default privileges say.
///
/// @param qualifiedName as it stands in SQL
public record TableBeside(HistoryPlace history, String qualifiedName) {
    /// @param definition the statements that create it, with `${table}` for its name
    public void create(Session session, String definition) throws SQLException {
        session.execute(definition.replace("${table}", qualifiedName)
                + TextResource.read(TableBeside.class, "withhold.sql")
                        .replace("${table}", Quote.literal(qualifiedName))
                        .replace("${history}", Quote.literal(history.qualifiedName())));
    }
}
