package dev.slipway.runner.postgres.flyway;

import dev.slipway.runner.postgres.connect.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.internal.license.VersionPrinter;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;

/// Has Flyway itself look at the scripts and the history. The session can write nothing from then on, and is of no use
/// for anything else.
public final class FlywayValidation {
    static {
        SilentLog.use();
    }

    private FlywayValidation() {}

    /// What Flyway says.
    ///
    /// @param version of Flyway
    /// @param objections why it would refuse to migrate
    /// @param scripts those it knows as scripts, as the history would name them
    public record Verdict(String version, List<Objection> objections, List<String> scripts) {
        public Verdict {
            objections = List.copyOf(objections);
            scripts = List.copyOf(scripts);
        }
    }

    /// @param code Flyway's word for it, for example `CHECKSUM_MISMATCH`
    /// @param script its version, or the description of one without, or nothing
    public record Objection(String code, String script, String message) {}

    /// @param settings under the keys of Flyway
    /// @param baselinePrefix of the names of baseline scripts
    public static Verdict ask(Session session, Map<String, String> settings, String baselinePrefix)
            throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("set default_transaction_read_only = on");
        }
        List<Objection> objections = new ArrayList<>();
        List<String> scripts = new ArrayList<>();
        try {
            Flyway flyway = flyway(session, settings, baselinePrefix);
            Arrays.stream(flyway.info().all())
                    .filter(info ->
                            info.getState().isResolved() && !info.getType().isSynthetic())
                    .map(MigrationInfo::getScript)
                    .forEach(scripts::add);
            flyway.validateWithResult().invalidMigrations.forEach(invalid -> objections.add(objection(invalid)));
        } catch (FlywayException e) {
            objections.add(new Objection(e.getErrorCode().toString(), "", text(e.getMessage())));
        }
        return new Verdict(VersionPrinter.getVersion(), objections, scripts);
    }

    private static Flyway flyway(Session session, Map<String, String> settings, String baselinePrefix) {
        FluentConfiguration configuration =
                Flyway.configure().dataSource(only(session.connection())).configuration(settings);
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        configuration
                .getPluginRegister()
                .getExact(BaselineMigrationConfigurationExtension.class)
                .setBaselineMigrationPrefix(baselinePrefix);
        return configuration.load();
    }

    private static Objection objection(ValidateOutput invalid) {
        String script = invalid.version == null || invalid.version.isEmpty() ? invalid.description : invalid.version;
        return new Objection(
                invalid.errorDetails.errorCode.toString(), text(script), text(invalid.errorDetails.errorMessage));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /// Gives the one connection again and again, and lets nobody close it.
    private static DataSource only(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                FlywayValidation.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                FlywayValidation.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (_, method, arguments) -> method.getName().equals("getConnection") ? kept : null);
    }
}
