package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.history.History;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Schemas;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The histories of tenants that are schemas of one database. When the first of some has its turn, those of all of them
/// are read together.
public final class TenantHistories {
    /// Each takes three locks, one for the table and one for each index, of a table of locks that all sessions share.
    private static final int AT_ONCE = 50;

    private final Map<String, Part> parts = new HashMap<>();

    /// @param tenants in the order of their turns
    public TenantHistories(Collection<Tenant> tenants) {
        Map<ConnectionSettings, Part> open = new LinkedHashMap<>();
        for (Tenant tenant : tenants) {
            String schema = tenant.settings().schemas().current();
            if (schema != null) {
                ConnectionSettings database = tenant.settings().with(Schemas.UNSAID);
                Part part = open.computeIfAbsent(database, _ -> new Part());
                part.schemas.add(schema);
                parts.put(tenant.name(), part);
                open.computeIfPresent(database, (_, filled) -> filled.schemas.size() < AT_ONCE ? filled : null);
            }
        }
        parts.values().removeIf(part -> part.schemas.size() == 1);
    }

    /// The history of a tenant, if it was read or is read now.
    ///
    /// @param read the histories of some schemas in the database of this tenant; it may leave some out
    /// @throws dev.slipway.runner.model.failure.SlipwayException what reading throws; the other tenants that it was
    ///     read for are then asked by themselves
    public Optional<History> of(Tenant tenant, Function<List<String>, Map<String, History>> read) {
        Part part = parts.get(tenant.name());
        String schema = tenant.settings().schemas().current();
        return part == null || schema == null ? Optional.empty() : part.take(schema, read);
    }

    /// Some schemas of a database, and their histories as soon as they are read and until they are taken.
    private static final class Part {
        private final List<String> schemas = new ArrayList<>();
        private @Nullable Map<String, History> histories;

        synchronized Optional<History> take(String schema, Function<List<String>, Map<String, History>> read) {
            Map<String, History> known = histories;
            if (known == null) {
                histories = new HashMap<>();
                known = new HashMap<>(read.apply(schemas));
                histories = known;
            }
            return Optional.ofNullable(known.remove(schema));
        }
    }
}
