package dev.slipway.runner.postgres.scratch;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Roles that scripts make, or name though nobody has made them. PostgreSQL knows a role on the whole server; here each
/// scratch database has its own, as if it were alone, and none stays. A role that stood before is never touched.
final class ScratchRoleTracker {
    private static final Pattern MISSING = Pattern.compile("role \"(.+)\" does not exist");
    /// `undefined_object` and, of SET ROLE, `invalid_parameter_value`.
    private static final Set<String> STATES = Set.of("42704", "22023");

    private final Supplier<Session> session;
    /// The names that the roles have in their databases, by object id.
    private final Map<Long, String> names = new TreeMap<>();
    private final Map<String, Set<Long>> databases = new HashMap<>();
    /// Those that have another name as long as a database is used that does not have them.
    private final Set<Long> hidden = new HashSet<>();
    private final Set<String> madeUp = new TreeSet<>();

    ScratchRoleTracker(Supplier<Session> session) {
        this.session = session;
    }

    /// All roles of the server, or none if it does not answer.
    Set<Long> all() {
        try {
            return read().keySet();
        } catch (SQLException _) {
            return Set.of();
        }
    }

    /// Makes the server look to a database as if there were no other.
    void show(String database) {
        Set<Long> own = databases.getOrDefault(database, Set.of());
        names.keySet().stream()
                .filter(role -> !own.contains(role) && !hidden.contains(role))
                .toList()
                .forEach(role -> rename(role, true));
        own.stream().filter(hidden::contains).toList().forEach(role -> rename(role, false));
    }

    private void rename(Long role, boolean hide) {
        String name = names.getOrDefault(role, "");
        String from = hide ? name : hiddenName(role);
        if (execute("alter role %s rename to %s"
                .formatted(Quote.identifier(from), Quote.identifier(hide ? hiddenName(role) : name)))) {
            if (hide) {
                hidden.add(role);
            } else {
                hidden.remove(role);
            }
        }
    }

    private static String hiddenName(Long role) {
        return "slipway_scratch_" + role;
    }

    /// Takes note of what a script did. Somebody else may use the server, so only a role that the script names is its
    /// own.
    ///
    /// @param before all roles before it ran
    void changed(String database, Set<Long> before, String sql) {
        if (before.isEmpty()) {
            return;
        }
        try {
            Map<Long, String> now = read();
            names.keySet().retainAll(now.keySet());
            String text = sql.toLowerCase(Locale.ROOT);
            now.forEach((role, name) -> {
                boolean made = !before.contains(role)
                        && !madeUp.contains(name)
                        && text.contains(name.toLowerCase(Locale.ROOT));
                if (made) {
                    databases.computeIfAbsent(database, _ -> new TreeSet<>()).add(role);
                }
                if (made || (names.containsKey(role) && !hidden.contains(role))) {
                    names.put(role, name);
                }
            });
        } catch (SQLException _) {
            // the server is gone, and who runs the script finds out
        }
    }

    /// Makes up the role whose lack the server complains of.
    boolean makeUp(ServerError error) {
        Matcher missing = MISSING.matcher(error.message());
        if (!STATES.contains(error.sqlState()) || !missing.matches()) {
            return false;
        }
        String name = missing.group(1);
        return madeUp.add(name) && execute("create role " + Quote.identifier(name));
    }

    List<String> madeUp() {
        return List.copyOf(madeUp);
    }

    void copied(String from, String to) {
        databases.put(to, new TreeSet<>(databases.getOrDefault(from, Set.of())));
    }

    /// Drops the roles that no other database has.
    void dropped(String database) {
        Set<Long> own = databases.getOrDefault(database, Set.of());
        databases.remove(database);
        own.stream()
                .filter(role -> databases.values().stream().noneMatch(other -> other.contains(role)))
                .forEach(role -> Optional.ofNullable(names.remove(role))
                        .ifPresent(name -> drop(hidden.remove(role) ? hiddenName(role) : name)));
    }

    /// Drops what was made up, after all databases.
    void close() {
        madeUp.forEach(this::drop);
    }

    private void drop(String name) {
        execute("drop role if exists " + Quote.identifier(name));
    }

    private Map<Long, String> read() throws SQLException {
        try (Statement statement = session.get().connection().createStatement();
                ResultSet row = statement.executeQuery("select oid::bigint, rolname from pg_roles")) {
            Map<Long, String> roles = new TreeMap<>();
            while (row.next()) {
                roles.put(row.getLong(1), row.getString(2));
            }
            return roles;
        }
    }

    private boolean execute(String sql) {
        try (Statement statement = session.get().connection().createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException _) {
            return false;
        }
    }
}
