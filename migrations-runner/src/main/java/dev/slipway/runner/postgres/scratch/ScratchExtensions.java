package dev.slipway.runner.postgres.scratch;

import dev.slipway.runner.model.MissingObject;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.connect.SearchPath;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Extensions that scripts use though none of them makes it: where the scripts run in earnest, an administrator, or the
/// image of the database, has done so before. Once a script fails for the lack of one, each new scratch database has it
/// from the beginning.
final class ScratchExtensions {
    private static final String AVAILABLE =
            "select name from pg_available_extensions where installed_version is null order by name";

    /// The schemas that they are made in, by their names.
    private final Map<String, String> madeUp = new TreeMap<>();

    /// Those and all that they need.
    private final Set<String> present = new TreeSet<>();

    private @Nullable Map<String, String> members;

    /// Looks for an extension that has what the server misses.
    ///
    /// @param all the extensions of the server by what they bring, which takes long to find out
    /// @return whether there is one that was not made up before
    boolean makeUp(ServerError error, Supplier<Map<String, String>> all) {
        Optional<String> extension = missing(error, all);
        extension.ifPresent(name -> madeUp.put(
                name, MissingObject.in(error).map(MissingObject::schema).orElse(SearchPath.PUBLIC)));
        return extension.isPresent();
    }

    /// The extension that has what the server misses, unless it was made up before.
    Optional<String> missing(ServerError error, Supplier<Map<String, String>> all) {
        return MissingObject.in(error)
                .flatMap(missing -> Optional.ofNullable(known(all).get(missing.name())))
                .filter(extension -> !madeUp.containsKey(extension));
    }

    private Map<String, String> known(Supplier<Map<String, String>> all) {
        Map<String, String> known = members == null ? all.get() : members;
        members = known;
        return known;
    }

    List<String> madeUp() {
        return List.copyOf(madeUp.keySet());
    }

    /// Whether an object of a scratch database is such an extension, or a schema that was made for one.
    boolean has(SchemaObject.Key key) {
        String name = key.name().replace("\"", "");
        return switch (key.kind()) {
            case EXTENSION -> present.contains(name);
            case SCHEMA -> madeUp.containsValue(name) && !name.equals(SearchPath.PUBLIC);
            default -> false;
        };
    }

    boolean isEmpty() {
        return madeUp.isEmpty();
    }

    /// Makes those that are not there.
    void create(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            for (Map.Entry<String, String> extension : madeUp.entrySet()) {
                String schema = Quote.identifier(extension.getValue());
                statement.execute("create schema if not exists " + schema);
                statement.execute("set search_path = " + schema);
                create(statement, extension.getKey());
            }
            present.addAll(list(statement, "select extname from pg_extension where extname <> 'plpgsql'"));
        }
    }

    private static void create(Statement statement, String extension) throws SQLException {
        statement.execute("create extension if not exists %s cascade".formatted(Quote.identifier(extension)));
    }

    /// The extensions by the names of what they bring. They are made for it, and of what this user or this server
    /// cannot
    /// make nothing is known.
    static Map<String, String> members(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("set statement_timeout = '10s'");
            for (String extension : list(statement, AVAILABLE)) {
                try {
                    create(statement, extension);
                } catch (SQLException _) {
                    // it wants a library that is loaded at the start, or a superuser
                }
            }
            Map<String, String> members = new HashMap<>();
            try (ResultSet row =
                    statement.executeQuery(TextResource.read(ScratchExtensions.class, "extension-members.sql"))) {
                while (row.next()) {
                    members.putIfAbsent(row.getString(1), row.getString(2));
                }
            }
            return members;
        }
    }

    private static List<String> list(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }
}
