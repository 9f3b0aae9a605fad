package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGProperty;

/// Which database, and how to get in.
///
/// @param hosts tried in this order until one takes writes
/// @param driverProperties under the names of the JDBC driver
public record ConnectionSettings(
        List<HostAddress> hosts,
        String database,
        String user,
        PasswordSource password,
        Map<String, String> driverProperties,
        Schemas schemas) {
    private static final String URL_FLAG = "--url";
    private static final String URL_VARIABLE = "DATABASE_URL";
    private static final String USER_VARIABLE = "DATABASE_USER";
    private static final String OVERRIDES = "DATABASE_";
    private static final String CURRENT_SCHEMA = PGProperty.CURRENT_SCHEMA.getName();
    private static final Set<String> ADDRESS = Set.of("PGHOST", "PGPORT", "PGDATABASE", "PGUSER");

    public ConnectionSettings {
        hosts = List.copyOf(hosts);
        driverProperties = Map.copyOf(driverProperties);
    }

    /// Whether anything says which database: the flag, `DATABASE_URL`, `PGHOST` or `PGDATABASE`.
    public static boolean areGiven(Optional<String> urlFlag, Map<String, String> environment) {
        return !urlFlag.orElse("").isBlank()
                || !environment.getOrDefault(URL_VARIABLE, "").isBlank()
                || !environment.getOrDefault("PGHOST", "").isEmpty()
                || !environment.getOrDefault("PGDATABASE", "").isEmpty();
    }

    /// Reads the URL of the flag or else of `DATABASE_URL`; `DATABASE_USER` and its family override it, `PGHOST` and
    /// its family fill what it does not give.
    ///
    /// @throws SlipwayException with `UsageFailure` for what is malformed
    public static ConnectionSettings of(Optional<String> urlFlag, Map<String, String> environment) {
        Map<String, String> settings = new LinkedHashMap<>(LibpqVariables.read(environment));
        Optional<SettingOrigin> url = readUrl(urlFlag, environment, settings);
        if (!areGiven(urlFlag, environment)) {
            throw new SlipwayException(new UsageFailure(
                    "no database is given",
                    "set %s or %s, %s".formatted(URL_VARIABLE, URL_FLAG, SettingOrigin.EXAMPLE)));
        }
        SettingOrigin origin = url.orElseGet(() -> SettingOrigin.variable(
                "PGHOST, PGPORT",
                settings.getOrDefault(HostList.HOST, "") + ":" + settings.getOrDefault(HostList.PORT, "")));
        return of(settings, origin, environment);
    }

    /// Reads a URL that stands for itself: nothing of the environment changes or adds which server is meant.
    ///
    /// @param flag where it was given, to name it when it is malformed
    /// @throws SlipwayException with `UsageFailure` for what is malformed
    public static ConnectionSettings alone(String flag, String url, Map<String, String> environment) {
        Map<String, String> others = new LinkedHashMap<>(environment);
        others.keySet().removeIf(name -> name.startsWith(OVERRIDES) || ADDRESS.contains(name));
        SettingOrigin origin = SettingOrigin.url(flag, url.strip());
        return with(DatabaseUrl.parse(origin, url.strip()), origin, others);
    }

    /// Reads a URL out of a list. It stands for itself, but what it does not give of user and password the environment
    /// gives for all.
    ///
    /// @throws SlipwayException with `UsageFailure` for what is malformed
    public static ConnectionSettings listed(String url, Map<String, String> environment) {
        SettingOrigin origin = SettingOrigin.url("the URL", url.strip());
        Map<String, String> given = DatabaseUrl.parse(origin, url.strip());
        Map<String, String> others = new LinkedHashMap<>(environment);
        others.keySet().removeAll(ADDRESS);
        if (given.containsKey(DatabaseUrl.USER)) {
            others.remove(USER_VARIABLE);
        }
        if (given.containsKey(DatabaseUrl.PASSWORD)) {
            others.keySet().removeAll(PasswordSources.VARIABLES);
        }
        return with(given, origin, others);
    }

    private static ConnectionSettings with(
            Map<String, String> url, SettingOrigin origin, Map<String, String> environment) {
        Map<String, String> settings = new LinkedHashMap<>(LibpqVariables.read(environment));
        settings.putAll(url);
        return of(settings, origin, environment);
    }

    /// The same server and user, with another database.
    public ConnectionSettings in(String otherDatabase) {
        return new ConnectionSettings(hosts, otherDatabase, user, password, driverProperties, schemas);
    }

    /// The same, working in a schema that comes before all others of the search path.
    public ConnectionSettings with(Schemas others) {
        return new ConnectionSettings(hosts, database, user, password, driverProperties, others);
    }

    /// Whether the address itself says where to work.
    public boolean namesSchema() {
        return namedSchema().isPresent();
    }

    /// The search path that is given with the address, often an empty one.
    SearchPath givenPath() {
        return SearchPath.parse(driverProperties.getOrDefault(CURRENT_SCHEMA, ""));
    }

    private static Optional<SettingOrigin> readUrl(
            Optional<String> urlFlag, Map<String, String> environment, Map<String, String> settings) {
        String flag = urlFlag.orElse("").strip();
        String url = flag.isEmpty() ? environment.getOrDefault(URL_VARIABLE, "").strip() : flag;
        if (url.isEmpty()) {
            return Optional.empty();
        }
        SettingOrigin origin = SettingOrigin.url(flag.isEmpty() ? URL_VARIABLE : URL_FLAG, url);
        settings.putAll(DatabaseUrl.parse(origin, url));
        return Optional.of(origin);
    }

    private static ConnectionSettings of(
            Map<String, String> settings, SettingOrigin origin, Map<String, String> environment) {
        String user = user(settings, environment);
        List<HostAddress> hosts = HostList.hosts(settings, origin);
        PasswordSource password = PasswordSources.source(settings, environment);
        Map<String, String> driverProperties = new LinkedHashMap<>(settings);
        driverProperties
                .keySet()
                .removeAll(List.of(
                        HostList.HOST,
                        HostList.PORT,
                        DatabaseUrl.DATABASE,
                        DatabaseUrl.USER,
                        DatabaseUrl.PASSWORD,
                        UrlParameters.PASS_FILE));
        return new ConnectionSettings(
                hosts,
                settings.getOrDefault(DatabaseUrl.DATABASE, user),
                user,
                password,
                driverProperties,
                Schemas.UNSAID);
    }

    private static String user(Map<String, String> settings, Map<String, String> environment) {
        String override = environment.getOrDefault(USER_VARIABLE, "");
        String given = override.isEmpty() ? settings.getOrDefault(DatabaseUrl.USER, "") : override;
        return given.isEmpty() ? systemUser() : given;
    }

    /// The name of the operating system's user, as in libpq; Java calls a user without a name `?`.
    private static String systemUser() {
        String name = System.getProperty("user.name", "?");
        if (name.equals("?")) {
            throw new SlipwayException(
                    new UsageFailure("no user is given", "set %s, or write it in the URL".formatted(USER_VARIABLE)));
        }
        return name;
    }

    /// Without secrets: `app on db:5432`.
    public String describe() {
        return database + " on " + server();
    }

    /// The same with the schema, if the address names one: `app on db:5432, schema acme`.
    public String describeWithSchema() {
        return describe() + namedSchema().map(", schema %s"::formatted).orElse("");
    }

    /// The schema that the address names to work in.
    public Optional<String> namedSchema() {
        return givenPath().named();
    }

    /// For example `db:5432`.
    public String server() {
        return hosts.stream().map(HostAddress::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return describe();
    }
}
