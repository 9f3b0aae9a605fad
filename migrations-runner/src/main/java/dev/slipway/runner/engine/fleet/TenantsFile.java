package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.SecretShapes;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.catalog.TenantQuery;
import dev.slipway.runner.postgres.connect.SchemaNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A list of tenants, one a line: a URL of a database, or the name of a schema, and after it labels (`@canary`). Empty
/// lines and those that begin with `#` count for nothing; a name of a schema that begins with `#` or a quote, or ends
/// like a label, is quoted as in SQL.
public final class TenantsFile {
    private static final Pattern LABELED =
            Pattern.compile("(?<tenant>.*?)(?<labels>(?:\\s+@[\\w=.-]+)*)", Pattern.DOTALL);

    private final TenantSource source;
    private final Map<String, String> places = new HashMap<>();
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
        return read.tenants(file);
    }

    /// The same of the rows of a query, whose names of schemas have no quotes.
    ///
    /// @param rows each a URL or the name of a schema, and labels with blanks between them
    public static List<Tenant> rows(String query, List<TenantQuery.Row> rows, TenantSource source) {
        TenantsFile read = new TenantsFile(source);
        for (int i = 0; i < rows.size(); i++) {
            String tenant = rows.get(i).first();
            Set<String> labels = labels(rows.get(i).second());
            read.add(
                    "row " + (i + 1),
                    () -> tenant.contains("://") ? source.database(tenant) : source.schema(tenant),
                    labels);
        }
        return read.tenants(query);
    }

    private List<Tenant> tenants(String where) {
        if (!faults.isEmpty()) {
            throw new SlipwayException(new TenantsFaulty(where, faults));
        }
        return List.copyOf(tenants);
    }

    private void line(int number, String text) {
        Matcher parts = LABELED.matcher(text);
        parts.matches();
        String line = parts.group("tenant");
        add(
                "line " + number,
                () -> line.contains("://") ? source.database(line) : source.schema(SchemaNames.parse(line)),
                labels(parts.group("labels")));
    }

    private static Set<String> labels(String text) {
        return Arrays.stream(text.replace("@", "").split("\\s+"))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toSet());
    }

    private void add(String place, Supplier<Tenant> parsed, Set<String> labels) {
        try {
            Tenant tenant = parsed.get().labeled(labels);
            String before = places.putIfAbsent(tenant.name(), place);
            if (before == null) {
                tenants.add(tenant);
            } else {
                faults.add("%s: \"%s\" is the tenant of %s".formatted(place, tenant.name(), before));
            }
        } catch (SlipwayException e) {
            faults.add("%s: %s; %s"
                    .formatted(place, e.failure().message(), e.failure().help()));
        } catch (IllegalArgumentException e) {
            faults.add("%s: %s".formatted(place, SecretShapes.mask(String.valueOf(e.getMessage()))));
        }
    }
}
