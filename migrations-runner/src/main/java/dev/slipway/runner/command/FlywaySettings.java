package dev.slipway.runner.command;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.flyway.ConfText;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a Flyway project says in `FLYWAY_` variables and in `flyway.conf`, as variables of Slipway. Its own settings
/// win, and Flyway is loaded only if there is such a variable or file.
///
/// @param environment with what was understood added
/// @param warnings what has no counterpart, in one line, and files that are not read
public record FlywaySettings(Map<String, String> environment, List<String> warnings) {
    private static final String PREFIX = "flyway.";
    private static final String VARIABLE = "FLYWAY_";
    private static final String FILES = "FLYWAY_CONFIG_FILES";
    private static final String URL = "DATABASE_URL";
    private static final String PLACEHOLDERS = "flyway.placeholders.";
    private static final String JDBC = "flyway.jdbcProperties.";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private static final Map<String, String> OPTIONS = Map.of(
            "flyway.locations", "SLIPWAY_LOCATIONS",
            "flyway.table", "SLIPWAY_HISTORY_TABLE",
            "flyway.outOfOrder", "SLIPWAY_ALLOW_OUT_OF_ORDER");
    private static final Set<String> ADDRESS =
            Set.of("flyway.url", "flyway.user", "flyway.password", "flyway.defaultSchema", "flyway.schemas");
    private static final Set<String> READ = Set.of(
            "flyway.target",
            "flyway.sqlMigrationPrefix",
            "flyway.undoSqlMigrationPrefix",
            "flyway.repeatableSqlMigrationPrefix",
            "flyway.baselineMigrationPrefix",
            "flyway.sqlMigrationSeparator",
            "flyway.sqlMigrationSuffixes",
            "flyway.validateMigrationNaming",
            "flyway.encoding",
            "flyway.executeInTransaction",
            "flyway.placeholderReplacement");
    private static final Set<String> NEEDLESS = Set.of(
            "flyway.configFiles",
            "flyway.configFileEncoding",
            "flyway.cleanDisabled",
            "flyway.createSchemas",
            "flyway.driver",
            "flyway.mixed",
            "flyway.postgresql.transactional.lock");

    /// @param directory where `flyway.conf` or `conf/flyway.conf` may lie
    /// @throws SlipwayException with `UsageFailure` for a file that cannot be read
    public static FlywaySettings of(Map<String, String> environment, Path directory) {
        List<Path> files = files(environment, directory);
        boolean variables = environment.keySet().stream().anyMatch(name -> name.startsWith(VARIABLE));
        List<String> warnings = new ArrayList<>();
        if (Files.exists(directory.resolve("flyway.toml"))) {
            warnings.add("flyway.toml is not read: say what it says in FLYWAY_ variables or in flyway.conf");
        }
        if (files.isEmpty() && !variables) {
            return new FlywaySettings(environment, warnings);
        }
        Map<String, String> given = new TreeMap<>();
        files.forEach(file -> given.putAll(read(file, environment)));
        given.putAll(ConfText.ofVariables(environment));
        Map<String, String> understood = new HashMap<>(understood(given, environment));
        understood.putAll(environment);
        without(given, environment).ifPresent(warnings::add);
        return new FlywaySettings(understood, warnings);
    }

    private static List<Path> files(Map<String, String> environment, Path directory) {
        String named = environment.getOrDefault(FILES, "");
        return named.isBlank()
                ? Stream.of("conf/flyway.conf", "flyway.conf")
                        .map(directory::resolve)
                        .filter(Files::isRegularFile)
                        .toList()
                : Arrays.stream(named.split(","))
                        .map(name -> directory.resolve(name.strip()))
                        .toList();
    }

    private static Map<String, String> read(Path file, Map<String, String> environment) {
        try {
            Matcher references = REFERENCE.matcher(Files.readString(file));
            return ConfText.read(references.replaceAll(
                    found -> Matcher.quoteReplacement(environment.getOrDefault(found.group(1), ""))));
        } catch (IOException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "Flyway's settings in \"%s\" cannot be read".formatted(file),
                            "correct %s, or make the file readable".formatted(FILES)),
                    e);
        }
    }

    private static Map<String, String> understood(Map<String, String> given, Map<String, String> environment) {
        Map<String, String> understood = new HashMap<>();
        given.forEach((key, value) -> {
            if (OPTIONS.containsKey(key)) {
                understood.put(OPTIONS.get(key), key.equals("flyway.locations") ? locations(value) : value);
            } else if (READ.contains(key)) {
                understood.put(variable(key), value);
            } else if (key.startsWith(PLACEHOLDERS)) {
                understood.put(PlaceholderOptions.FLYWAY_PREFIX + key.substring(PLACEHOLDERS.length()), value);
            }
        });
        if (given.containsKey("flyway.url") && environment.getOrDefault(URL, "").isBlank()) {
            understood.put(URL, url(given));
        }
        return understood;
    }

    /// For example `FLYWAY_SQL_MIGRATION_PREFIX`.
    private static String variable(String key) {
        return VARIABLE
                + key.substring(PREFIX.length()).replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /// Flyway takes a location without a prefix for one on the class path.
    private static String locations(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .map(location -> location.contains(":") ? location : "classpath:" + location)
                .collect(Collectors.joining(","));
    }

    private static String url(Map<String, String> given) {
        Map<String, String> parameters = new TreeMap<>();
        given.forEach((key, value) -> {
            if (key.startsWith(JDBC)) {
                parameters.put(key.substring(JDBC.length()), value);
            }
        });
        put(parameters, "user", given.get("flyway.user"));
        put(parameters, "password", given.get("flyway.password"));
        String schemas = given.getOrDefault("flyway.schemas", "").split(",")[0].strip();
        put(parameters, "currentSchema", given.getOrDefault("flyway.defaultSchema", schemas));
        String url = given.getOrDefault("flyway.url", "");
        return parameters.isEmpty()
                ? url
                : url
                        + parameters.entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)
                                                .replace("+", "%20"))
                                .collect(Collectors.joining("&", url.contains("?") ? "&" : "?", ""));
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parameters.put(name, value);
        }
    }

    private static Optional<String> without(Map<String, String> given, Map<String, String> environment) {
        boolean ownAddress = !environment.getOrDefault(URL, "").isBlank();
        Set<String> names = new TreeSet<>(given.keySet());
        names.removeIf(name -> OPTIONS.containsKey(name)
                || READ.contains(name)
                || NEEDLESS.contains(name)
                || name.startsWith(PLACEHOLDERS)
                || ((ADDRESS.contains(name) || name.startsWith(JDBC))
                        && (!ownAddress
                                || Set.of("flyway.url", "flyway.user", "flyway.password")
                                        .contains(name))));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("settings of Flyway that have no effect here: %s; see docs/how-to/from-flyway.md"
                        .formatted(String.join(", ", names)));
    }
}
