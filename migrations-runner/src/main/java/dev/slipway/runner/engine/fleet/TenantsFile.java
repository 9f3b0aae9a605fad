package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.SecretShapes;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.SchemaNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A list of tenants, one a line: an URL of a database, or the name of a schema. Empty lines and those that begin with
/// `#` count for nothing; a name of a schema that begins with `#` or a quote is quoted as in SQL.
public final class TenantsFile {
    private final TenantSource source;
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<Tenant> tenants = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private TenantsFile(TenantSource source) {
        this.source = source;
    }

    /// What a line stands for.
    public interface TenantSource {
        /// @throws SlipwayException with a usage failure
        Tenant database(String url);

        /// @throws SlipwayException with a usage failure
        Tenant schema(String name);
    }

    /// @throws SlipwayException with `TenantsFaulty`, which tells all faults at once
    public static List<Tenant> read(String file, String text, TenantSource source) {
        TenantsFile read = new TenantsFile(source);
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read.line(i + 1, line);
            }
        }
        if (!read.faults.isEmpty()) {
            throw new SlipwayException(new TenantsFaulty(file, read.faults));
        }
        return List.copyOf(read.tenants);
    }

    private void line(int number, String line) {
        try {
            Tenant tenant = line.contains("://") ? source.database(line) : source.schema(SchemaNames.parse(line));
            Integer before = lines.putIfAbsent(tenant.name(), number);
            if (before == null) {
                tenants.add(tenant);
            } else {
                faults.add("line %d: \"%s\" is the tenant of line %d".formatted(number, tenant.name(), before));
            }
        } catch (SlipwayException e) {
            faults.add("line %d: %s; %s"
                    .formatted(number, e.failure().message(), e.failure().help()));
        } catch (IllegalArgumentException e) {
            faults.add("line %d: %s".formatted(number, SecretShapes.mask(String.valueOf(e.getMessage()))));
        }
    }
}
