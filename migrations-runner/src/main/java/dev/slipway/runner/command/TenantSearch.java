package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.Tenant;
import dev.slipway.runner.engine.fleet.TenantsFile;
import dev.slipway.runner.engine.fleet.TenantsMissing;
import dev.slipway.runner.model.FileFault;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.catalog.SchemaList;
import dev.slipway.runner.postgres.catalog.TenantQuery;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the tenants that options name.
final class TenantSearch implements TenantsFile.TenantSource {
    private static final String STANDARD_INPUT = "-";
    private static final String TENANTS = "--tenants";
    private static final String QUERY = "--tenants-query";

    private final Context context;
    private final ConnectionOptions connection;
    private final List<String> made;
    private @Nullable ConnectionSettings own;

    TenantSearch(Context context, ConnectionOptions connection) {
        this.context = context;
        this.connection = connection;
        this.made = connection.schemas(context).made();
    }

    /// @throws SlipwayException if there is none, or what is given is no list of tenants
    List<Tenant> find(@Nullable String file, @Nullable String query, @Nullable String pattern) {
        refuseSeveral(file, query, pattern);
        if (connection.defaultSchema != null) {
            throw new SlipwayException(new UsageFailure(
                    "%s is for one schema".formatted(ConnectionOptions.DEFAULT_SCHEMA),
                    "leave it out: each tenant has its own"));
        }
        if (file != null) {
            return listed(file);
        }
        return query == null ? matching(Objects.requireNonNull(pattern)) : asked(query);
    }

    private static void refuseSeveral(@Nullable String file, @Nullable String query, @Nullable String pattern) {
        List<String> given = new ArrayList<>();
        if (file != null) {
            given.add(TENANTS);
        }
        if (query != null) {
            given.add(QUERY);
        }
        if (pattern != null) {
            given.add("--schemas");
        }
        if (given.size() > 1) {
            throw new SlipwayException(new UsageFailure(
                    "%s and %s are both given".formatted(given.getFirst(), given.getLast()), "leave out one of them"));
        }
    }

    private List<Tenant> asked(String query) {
        List<TenantQuery.Row> rows = connection.read(
                context,
                "list of tenants",
                session -> DatabaseCall.query("run " + QUERY, () -> TenantQuery.rows(session, query)));
        return some(TenantsFile.rows(QUERY, rows, this), "the rows of " + QUERY, "");
    }

    private List<Tenant> listed(String file) {
        String where = file.equals(STANDARD_INPUT) ? "standard input" : file;
        return some(TenantsFile.read(where, text(file), this), where, "");
    }

    private static List<Tenant> some(List<Tenant> tenants, String where, String pattern) {
        if (tenants.isEmpty()) {
            throw new SlipwayException(new TenantsMissing(where, pattern));
        }
        return tenants;
    }

    private String text(String file) {
        try {
            return file.equals(STANDARD_INPUT)
                    ? new String(context.input().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw unread(file, "there is no such file", e);
        } catch (IOException e) {
            throw unread(file, FileFault.of(e), e);
        } catch (InvalidPathException e) {
            throw unread(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static SlipwayException unread(String file, String reason, Exception cause) {
        return new SlipwayException(
                new UsageFailure("file \"%s\" cannot be read: %s".formatted(file, reason), "correct " + TENANTS),
                cause);
    }

    private List<Tenant> matching(String pattern) {
        Pattern names = glob(pattern);
        List<String> all = connection.read(
                context,
                "list of schemas",
                session -> DatabaseCall.query("list the schemas", () -> SchemaList.of(session)));
        List<Tenant> found = all.stream()
                .filter(name -> names.matcher(name).matches())
                .map(name -> in(own(), name, new Schemas(name, made, true)))
                .toList();
        return some(found, connection.where(context), pattern);
    }

    /// `*` stands for any text and `?` for one character.
    private static Pattern glob(String pattern) {
        StringBuilder names = new StringBuilder();
        pattern.codePoints().forEach(character -> {
            switch (character) {
                case '*' -> names.append(".*");
                case '?' -> names.append('.');
                default -> names.append(Pattern.quote(Character.toString(character)));
            }
        });
        return Pattern.compile(names.toString(), Pattern.DOTALL);
    }

    @Override
    public Tenant database(String url) {
        ConnectionSettings settings = ConnectionSettings.listed(url, context.environment());
        Schemas schemas = new Schemas(settings.namedSchema().orElse(null), made);
        return in(settings, settings.describeWithSchema(), schemas);
    }

    @Override
    public Tenant schema(String name) {
        return in(own(), name, new Schemas(name, made));
    }

    private ConnectionSettings own() {
        if (own == null) {
            own = connection.settings(context);
        }
        return own;
    }

    private static Tenant in(ConnectionSettings settings, String name, Schemas schemas) {
        return new Tenant(name, settings.with(schemas));
    }
}
