package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGProperty;

/// What libpq has to be told to reach the server that the driver has reached. It is the environment of a child process:
/// other users can read the words of a command line.
///
/// Source: https://www.postgresql.org/docs/current/libpq-envars.html
record ClientVariables(ConnectionSettings settings, HostAddress host) {
    private static final Map<PGProperty, String> NAMES = Map.ofEntries(
            Map.entry(PGProperty.CHANNEL_BINDING, "PGCHANNELBINDING"),
            Map.entry(PGProperty.CONNECT_TIMEOUT, "PGCONNECT_TIMEOUT"),
            Map.entry(PGProperty.GSS_ENC_MODE, "PGGSSENCMODE"),
            Map.entry(PGProperty.KERBEROS_SERVER_NAME, "PGKRBSRVNAME"),
            Map.entry(PGProperty.OPTIONS, "PGOPTIONS"),
            Map.entry(PGProperty.REQUIRE_AUTH, "PGREQUIREAUTH"),
            Map.entry(PGProperty.SSL_CERT, "PGSSLCERT"),
            Map.entry(PGProperty.SSL_KEY, "PGSSLKEY"),
            Map.entry(PGProperty.SSL_MODE, "PGSSLMODE"),
            Map.entry(PGProperty.SSL_NEGOTIATION, "PGSSLNEGOTIATION"),
            Map.entry(PGProperty.SSL_ROOT_CERT, "PGSSLROOTCERT"));

    /// @param applicationName what `pg_stat_activity` shows
    Map<String, String> read(String applicationName) throws IOException {
        Map<String, String> given = settings.driverProperties();
        if (given.containsKey(PGProperty.SSL_PASSWORD.getName())) {
            throw new SlipwayException(new UsageFailure(
                    "sslpassword cannot be given to PostgreSQL's programs without showing it to others",
                    "use a key without a password here"));
        }
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PGGSSENCMODE", "disable");
        NAMES.forEach((property, name) -> {
            String value = given.getOrDefault(property.getName(), "");
            if (!value.isEmpty()) {
                variables.put(name, value);
            }
        });
        if (given.containsKey(PGProperty.SSL_FACTORY.getName())) {
            variables.put("PGSSLROOTCERT", "system");
        }
        variables.put("PGHOST", host.name());
        variables.put("PGPORT", String.valueOf(host.port()));
        variables.put("PGDATABASE", settings.database());
        variables.put("PGUSER", settings.user());
        variables.put("PGAPPNAME", applicationName);
        addPassword(variables);
        return variables;
    }

    private void addPassword(Map<String, String> variables) throws IOException {
        switch (settings.password()) {
            case PasswordSource.PassFile(Path file) -> variables.put("PGPASSFILE", file.toString());
            case PasswordSource.Literal _, PasswordSource.SecretFile _ -> {
                String password = settings.password().read(host, settings.database(), settings.user());
                if (!password.isEmpty()) {
                    variables.put("PGPASSWORD", password);
                }
            }
        }
    }
}
