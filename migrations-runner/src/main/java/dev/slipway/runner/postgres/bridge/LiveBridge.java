package dev.slipway.runner.postgres.bridge;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.sql.Bridge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A trigger function whose comment says that it is the one of a bridge.
///
/// @param function its name and types
/// @param declared what follows `bridge: ` in the comment, by whoever wrote it
/// @param source the body of the function
public record LiveBridge(String function, String declared, String source, List<Trigger> triggers) {
    /// How such a comment begins.
    public static final String MARK = "bridge: ";

    public LiveBridge {
        triggers = List.copyOf(triggers);
    }

    /// A trigger that runs it.
    ///
    /// @param sql its name as it can stand in SQL
    /// @param table the same of its table, with its schema
    /// @param own whether it does not come from a table of which its table is a partition
    /// @param inserts whether it fires before inserts, for each row
    /// @param updates whether it fires before updates of whatever column, for each row
    /// @param enabled whether it fires at all when somebody writes
    public record Trigger(
            String name, String sql, String table, boolean own, boolean inserts, boolean updates, boolean enabled) {}

    /// What it declares, if that can be read.
    public Optional<Bridge> bridge() {
        return Bridge.read(declared) instanceof Bridge.Reading.Read(Bridge bridge)
                ? Optional.of(bridge)
                : Optional.empty();
    }

    /// Whether it is the one that was declared so, in whatever layout.
    public boolean isLike(Bridge other) {
        return bridge().filter(other::isLike).isPresent();
    }

    /// Whether its function does what was declared.
    public boolean keeps(BridgeAgreement agreement) {
        return new BridgeFunction(function, agreement).isSource(source);
    }

    /// Where its rows are, if it has a trigger.
    public Optional<String> table() {
        return triggers.stream().filter(Trigger::own).map(Trigger::table).findFirst();
    }

    /// Whether there are triggers of its table for both inserts and updates.
    public boolean isWhole() {
        return unwatched().isEmpty();
    }

    /// What its table takes without running it: inserts, updates.
    public List<String> unwatched() {
        List<Trigger> own = triggers.stream().filter(Trigger::own).toList();
        List<String> unwatched = new ArrayList<>();
        if (own.stream().noneMatch(Trigger::inserts)) {
            unwatched.add("inserts");
        }
        if (own.stream().noneMatch(Trigger::updates)) {
            unwatched.add("updates");
        }
        return unwatched;
    }

    /// All in a database.
    public static List<LiveBridge> all(Session session) throws SQLException {
        Map<Long, LiveBridge> bridges = new LinkedHashMap<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(TextResource.read(LiveBridge.class, "live.sql"))) {
            while (row.next()) {
                String declared = row.getString(3).substring(MARK.length());
                LiveBridge known = bridges.get(row.getLong(1));
                List<Trigger> triggers = new ArrayList<>(known == null ? List.of() : known.triggers());
                if (row.getString(4) != null) {
                    triggers.add(trigger(row));
                }
                bridges.put(row.getLong(1), new LiveBridge(row.getString(2), declared, row.getString(11), triggers));
            }
        }
        return List.copyOf(bridges.values());
    }

    private static Trigger trigger(ResultSet row) throws SQLException {
        return new Trigger(
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10));
    }
}
