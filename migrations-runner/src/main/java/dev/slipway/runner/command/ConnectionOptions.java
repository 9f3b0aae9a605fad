package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.Tenant;
import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.engine.fleet.TenantSessions;
import dev.slipway.runner.engine.readiness.EarlySession;
import dev.slipway.runner.engine.readiness.Readiness;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which database, and how long to wait for it.
public final class ConnectionOptions {
    public static final String DEFAULT_SCHEMA = "--default-schema";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the database, for example postgresql://user:password@host:5432/app; "
                    + "else DATABASE_URL, and PGHOST and its family")
    @Nullable
    String url;

    @Option(
            names = DEFAULT_SCHEMA,
            paramLabel = "NAME",
            converter = SchemaName.class,
            description = "the schema that holds the history, and where scripts create what they do not qualify; it is "
                    + "made if it is missing; else currentSchema of the URL, and the search path of the database")
    @Nullable
    String defaultSchema;

    @Option(
            names = "--wait-timeout",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "how long to wait for the database; 0 tries once")
    Duration waitTimeout = Duration.ZERO;

    @Option(
            names = "--owner-role",
            paramLabel = "ROLE",
            description = "the role to act as after signing in, so that it owns what is created")
    @Nullable
    String ownerRole;

    public Duration waitTimeout() {
        return waitTimeout;
    }

    /// Whether a database is named, by option or environment. Without one some commands tell only what the scripts say.
    public boolean isGiven(Context context) {
        return ConnectionSettings.areGiven(Optional.ofNullable(url), environment(context));
    }

    /// The database that is named, for people.
    public String where(Context context) {
        return settings(context).describe();
    }

    ConnectionSettings settings(Context context) {
        return ConnectionSettings.of(Optional.ofNullable(url), environment(context))
                .with(schemas(context));
    }

    /// In which schemas scripts work.
    public Schemas schemas(Context context) {
        if (!isGiven(context)) {
            return context.flyway().schemas(defaultSchema, false);
        }
        ConnectionSettings settings = ConnectionSettings.of(Optional.ofNullable(url), environment(context));
        boolean named = FlywayAddress.isOwn(Optional.ofNullable(url), context.environment()) && settings.namesSchema();
        return context.flyway().schemas(defaultSchema, named);
    }

    private Map<String, String> environment(Context context) {
        return context.flyway().addressed(Optional.ofNullable(url), context.environment());
    }

    /// Waits for the database and lends its session to the body.
    public <T> T connect(Context context, String command, Function<Session, T> body) {
        return connectMeanwhile(context, command, () -> body);
    }

    /// The same, and connects already while the body is prepared. What fails there is told before what fails here.
    public <T> T connectMeanwhile(Context context, String command, Supplier<Function<Session, T>> prepare) {
        return lend(context, prepare, progress -> Readiness.await(settings(context), command, waitTimeout, progress));
    }

    /// Waits for the database, or a standby of it, and lends its session to a body that only reads.
    public <T> T read(Context context, String command, Function<Session, T> body) {
        return readMeanwhile(context, command, () -> body);
    }

    /// The same, and connects already while the body is prepared.
    public <T> T readMeanwhile(Context context, String command, Supplier<Function<Session, T>> prepare) {
        return lend(
                context, prepare, progress -> Readiness.awaitReads(settings(context), command, waitTimeout, progress));
    }

    /// Lends a session to the work for a tenant.
    ///
    /// @param context that of the tenant
    TenantResult connect(
            Context context, Tenant tenant, TenantSessions sessions, Function<Session, TenantResult> work) {
        return sessions.lend(tenant, acting(context, work));
    }

    /// Lends a session to what only reads for a tenant.
    ///
    /// @param context that of the tenant
    <T> T read(Context context, Tenant tenant, TenantSessions sessions, Function<Session, T> work) {
        return sessions.read(tenant, acting(context, work));
    }

    private <T> Function<Session, T> acting(Context context, Function<Session, T> work) {
        return session -> {
            context.session().set(session);
            try {
                act(session);
                return work.apply(session);
            } finally {
                context.session().set(null);
            }
        };
    }

    private void act(Session session) {
        String role = ownerRole;
        if (role != null) {
            DatabaseCall.run("act as role \"%s\"".formatted(role), () -> session.become(role));
        }
    }

    private <T> T lend(Context context, Supplier<Function<Session, T>> prepare, Function<Progress, Session> open) {
        try (EarlySession early = EarlySession.begin(open, context.progress())) {
            Function<Session, T> body = prepare.get();
            return acting(context, body).apply(early.await());
        }
    }
}
