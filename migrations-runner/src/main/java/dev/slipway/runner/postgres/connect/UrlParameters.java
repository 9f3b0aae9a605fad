package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.NearMiss;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.PGProperty;

/// Translates connection parameters to the names of the JDBC driver.
///
/// Those that serve an application and would only disturb a migration are accepted and left out, so that one
/// `DATABASE_URL` serves both; those that contradict a migration are refused.
///
/// Source: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
final class UrlParameters {
    private static final Map<String, String> OF_LIBPQ = Map.ofEntries(
            Map.entry("application_name", PGProperty.APPLICATION_NAME.getName()),
            Map.entry("channel_binding", PGProperty.CHANNEL_BINDING.getName()),
            Map.entry("connect_timeout", PGProperty.CONNECT_TIMEOUT.getName()),
            Map.entry("gssencmode", PGProperty.GSS_ENC_MODE.getName()),
            Map.entry("krbsrvname", PGProperty.KERBEROS_SERVER_NAME.getName()),
            Map.entry("require_auth", PGProperty.REQUIRE_AUTH.getName()),
            Map.entry("scram_max_iterations", PGProperty.SCRAM_MAX_ITERATIONS.getName()),
            Map.entry("sslnegotiation", PGProperty.SSL_NEGOTIATION.getName()),
            Map.entry("target_session_attrs", PGProperty.TARGET_SERVER_TYPE.getName()));

    /// Slipway has its own way with these, or the driver has none.
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "adaptiveFetch",
            "adaptiveFetchMaximum",
            "adaptiveFetchMinimum",
            "assumeMinServerVersion",
            "autosave",
            "cleanupSavepoints",
            "client_encoding",
            "connectExecutor",
            "connectExecutorArg",
            "defaultRowFetchSize",
            "fallback_application_name",
            "groupStartupParameters",
            "hostRecheckSeconds",
            "keepalives",
            "keepalives_count",
            "keepalives_idle",
            "keepalives_interval",
            "loadBalanceHosts",
            "load_balance_hosts",
            "loginTimeout",
            "logUnclosedConnections",
            "preferQueryMode",
            "prepareThreshold",
            "queryTimeout",
            "readOnlyMode",
            "reWriteBatchedInserts",
            "reWriteBatchedInsertsSize",
            "socketTimeout",
            "sslcompression",
            "sslsni",
            "stringtype",
            "tcpKeepAlive",
            "tcp_user_timeout");

    private static final Map<String, String> REFUSED = Map.of(
            "replication", "a replication connection cannot migrate",
            "service", "service files are not read",
            "hostaddr", "an address is given as the host");

    private static final Set<String> PRIMARY = Set.of("any", "primary", "master", "preferPrimary", "read-write");
    private static final List<String> TLS_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final String TLS_MODE = PGProperty.SSL_MODE.getName();

    /// Kept for the password, the driver does not know it.
    static final String PASS_FILE = "passfile";

    private final SettingOrigin origin;
    private final Map<String, String> translated = new LinkedHashMap<>();

    private UrlParameters(SettingOrigin origin) {
        this.origin = origin;
    }

    /// @param jdbc whether `ssl=true` means what it means to the JDBC driver, `verify-full`, or to libpq, `require`
    static Map<String, String> translate(Map<String, String> given, SettingOrigin origin, boolean jdbc) {
        UrlParameters parameters = new UrlParameters(origin);
        given.forEach((name, value) -> {
            if (!name.equals(HostList.HOST) && !name.equals("ssl")) {
                parameters.add(name, value);
            }
        });
        if (given.containsKey("ssl")) {
            parameters.addTls(given.getOrDefault("ssl", ""), jdbc);
        }
        parameters.trustTheSystem();
        return parameters.translated;
    }

    private void add(String name, String value) {
        if (REFUSED.containsKey(name)) {
            throw origin.malformed(
                    "the parameter \"%s\" is not possible: %s".formatted(name, REFUSED.get(name)), "leave it out");
        }
        if (WITHOUT_EFFECT.contains(name)) {
            return;
        }
        String driverName = OF_LIBPQ.getOrDefault(name, name);
        if (PGProperty.forName(driverName) == null && !driverName.equals(PASS_FILE)) {
            throw unknown(name);
        }
        if (driverName.equals(PGProperty.TARGET_SERVER_TYPE.getName())) {
            checkPrimary(name, value);
        } else if (driverName.equals(PGProperty.READ_ONLY.getName())) {
            checkWritable(value);
        } else {
            translated.put(driverName, checked(driverName, name, value));
        }
    }

    private RuntimeException unknown(String name) {
        String suggestion = NearMiss.of(name, names())
                .map("did you mean \"%s\"?"::formatted)
                .orElse("use a parameter of libpq or of the PostgreSQL JDBC driver");
        return origin.malformed("unknown parameter \"%s\"".formatted(name), suggestion);
    }

    private static List<String> names() {
        Stream<String> ofDriver = Arrays.stream(PGProperty.values()).map(PGProperty::getName);
        return Stream.of(OF_LIBPQ.keySet().stream(), WITHOUT_EFFECT.stream(), ofDriver)
                .flatMap(names -> names)
                .sorted()
                .toList();
    }

    private void checkPrimary(String name, String value) {
        if (!PRIMARY.contains(value)) {
            throw origin.malformed(
                    "%s=%s leads to a server that may not take writes".formatted(name, value),
                    "leave it out: Slipway looks for the primary");
        }
    }

    private void checkWritable(String value) {
        if (!value.equalsIgnoreCase("false")) {
            throw origin.malformed("a read-only connection cannot migrate", "leave \"readOnly\" out");
        }
    }

    private String checked(String driverName, String name, String value) {
        PGProperty property = PGProperty.forName(driverName);
        String[] choices = property == null || property == PGProperty.REQUIRE_AUTH ? null : property.getChoices();
        if (choices != null && !List.of(choices).contains(value)) {
            throw wrong(name, value, "one of " + String.join(", ", choices));
        }
        if (property == PGProperty.CONNECT_TIMEOUT && !value.matches("\\d{1,6}")) {
            throw wrong(name, value, "a number of seconds");
        }
        return value;
    }

    private RuntimeException wrong(String name, String value, String expected) {
        return origin.malformed("%s=%s is not possible".formatted(name, value), "give " + expected);
    }

    private void addTls(String value, boolean jdbc) {
        String mode = switch (value) {
            case "true", "" -> jdbc ? "verify-full" : "require";
            case "false" -> "prefer";
            default -> value;
        };
        if (!TLS_MODES.contains(mode)) {
            throw wrong("ssl", value, "true, false, or one of " + String.join(", ", TLS_MODES));
        }
        translated.putIfAbsent(TLS_MODE, mode);
    }

    /// libpq's `sslrootcert=system` means the certificates the machine trusts, and nothing weaker than `verify-full`.
    private void trustTheSystem() {
        String rootCertificate = PGProperty.SSL_ROOT_CERT.getName();
        if (!"system".equals(translated.get(rootCertificate))) {
            return;
        }
        String mode = translated.getOrDefault(TLS_MODE, "verify-full");
        if (!mode.equals("verify-full")) {
            throw wrong(TLS_MODE, mode, "verify-full with sslrootcert=system");
        }
        translated.remove(rootCertificate);
        translated.put(TLS_MODE, mode);
        translated.put(PGProperty.SSL_FACTORY.getName(), "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
}
