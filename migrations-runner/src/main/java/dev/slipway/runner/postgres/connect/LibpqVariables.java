package dev.slipway.runner.postgres.connect;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads `PGHOST` and its family, which fill what no URL gives.
///
/// Source: https://www.postgresql.org/docs/current/libpq-envars.html
final class LibpqVariables {
    private static final Map<String, String> ADDRESS = Map.of(
            "PGPORT", HostList.PORT,
            "PGDATABASE", DatabaseUrl.DATABASE,
            "PGUSER", DatabaseUrl.USER,
            "PGPASSWORD", DatabaseUrl.PASSWORD);

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("PGPASSFILE", UrlParameters.PASS_FILE),
            Map.entry("PGAPPNAME", "application_name"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGKRBSRVNAME", "krbsrvname"),
            Map.entry("PGOPTIONS", "options"),
            Map.entry("PGREQUIREAUTH", "require_auth"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"));

    private LibpqVariables() {}

    /// An empty variable counts as not set, as libpq has it.
    static Map<String, String> read(Map<String, String> environment) {
        Map<String, String> settings = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            if (!value.isEmpty()) {
                readVariable(name, value, settings);
            }
        });
        return settings;
    }

    private static void readVariable(String name, String value, Map<String, String> settings) {
        String word = ADDRESS.get(name);
        String parameter = PARAMETERS.get(name);
        if (word != null) {
            settings.put(word, value);
        } else if (name.equals("PGHOST")) {
            settings.put(HostList.HOST, value);
        } else if (parameter != null) {
            settings.putAll(
                    UrlParameters.translate(Map.of(parameter, value), SettingOrigin.variable(name, value), false));
        }
    }
}
