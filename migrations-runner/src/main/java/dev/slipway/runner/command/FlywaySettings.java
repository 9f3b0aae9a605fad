package dev.slipway.runner.command;

import dev.slipway.runner.postgres.connect.Schemas;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a Flyway project says in `FLYWAY_` variables, `flyway.conf` and `flyway.toml`. Own settings win, which is seen
/// to where a setting is used.
///
/// Without such a variable or file nothing is read, and nothing loaded.
public final class FlywaySettings {
    /// The only target of Flyway that means to apply nothing.
    static final String CURRENT = "current";

    public static final FlywaySettings NONE = new FlywaySettings(Map.of(), false, Path.of(""));

    private final Map<String, Given> given;
    private final boolean inFiles;
    private final Path directory;

    /// What a setting was given.
    ///
    /// @param where the variable, or the key in a file
    record Given(String value, String where) {}

    private FlywaySettings(Map<String, Given> given, boolean inFiles, Path directory) {
        this.given = given;
        this.inFiles = inFiles;
        this.directory = directory;
    }

    /// @param directory the one in which the program runs
    /// @throws dev.slipway.runner.model.failure.SlipwayException with `UsageFailure` for a file that cannot be read
    public static FlywaySettings of(Map<String, String> environment, Path directory) {
        FlywayFiles files = FlywayFiles.find(environment, directory);
        Map<String, Given> given = new TreeMap<>();
        if (files.areFound()) {
            files.read().forEach((key, value) -> given.put(key, new Given(value, key)));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(FlywaySetting.VARIABLE_PREFIX)) {
                FlywaySetting.ofVariable(name)
                        .ifPresent(setting -> given.put(key(setting, name), new Given(value, name)));
            }
        });
        return given.isEmpty() ? NONE : new FlywaySettings(given, files.areFound(), directory);
    }

    /// A variable says the names of a family in lower case.
    private static String key(FlywaySetting setting, String variable) {
        return setting.key() + variable.substring(setting.variable().length()).toLowerCase(Locale.ENGLISH);
    }

    /// The value as it was given, an empty one included.
    Optional<Given> given(FlywaySetting setting) {
        return Optional.ofNullable(given.get(setting.key()));
    }

    /// The value, unless it is blank.
    Optional<String> value(FlywaySetting setting) {
        return given(setting).map(Given::value).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// The values between the commas of one.
    static Stream<String> list(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).filter(each -> !each.isEmpty());
    }

    /// What was given under the names of a family.
    void forEach(FlywaySetting family, BiConsumer<String, String> action) {
        given.forEach((key, each) -> {
            if (key.startsWith(family.key())) {
                action.accept(key.substring(family.key().length()), each.value());
            }
        });
    }

    /// What Flyway makes of its `defaultSchema` and `schemas`.
    ///
    /// @param own the schema to work in that Slipway itself was told, or null
    /// @param named whether the address says where to work
    public Schemas schemas(@Nullable String own, boolean named) {
        List<String> all =
                value(FlywaySetting.SCHEMAS).map(value -> list(value).toList()).orElse(List.of());
        String first = value(FlywaySetting.DEFAULT_SCHEMA)
                .or(() -> all.stream().findFirst())
                .orElse(null);
        boolean made =
                value(FlywaySetting.CREATE_SCHEMAS).map(Boolean::parseBoolean).orElse(true);
        return new Schemas(own == null && !named ? first : own, made ? all : List.of());
    }

    /// The environment with the address that Flyway has, unless an own one is given.
    Map<String, String> addressed(Optional<String> url, Map<String, String> environment) {
        return new FlywayAddress(this).in(url, environment);
    }

    /// What stands for an option that was not given; nothing where Flyway is not told anything.
    ///
    /// @param option for example `--locations`
    public Optional<String> option(String option) {
        return given.isEmpty() ? Optional.empty() : counterpart(option);
    }

    private Optional<String> counterpart(String option) {
        return switch (option) {
            case "--locations" -> new FlywayLocations(this, directory).locations(inFiles);
            case "--history-table" -> value(FlywaySetting.TABLE);
            case "--allow-out-of-order" ->
                value(FlywaySetting.OUT_OF_ORDER).map(value -> String.valueOf(Boolean.parseBoolean(value)));
            default -> Optional.empty();
        };
    }

    /// How far a run should go that was not told.
    public Optional<String> target() {
        return value(FlywaySetting.TARGET)
                .filter(target -> !target.equals(CURRENT))
                .map(target -> switch (target) {
                    case "latest" -> "head";
                    case "next" -> "+1";
                    default -> target.replaceFirst("\\?$", "");
                });
    }

    Set<String> keys() {
        return given.keySet();
    }

    /// What of them is not obeyed.
    public Optional<String> warning(Map<String, String> environment) {
        return new FlywayWarning(this).of(environment);
    }

    /// The locations that are missing and passed over.
    List<String> missingLocations() {
        return new FlywayLocations(this, directory).missing();
    }

    /// The variables that would say the same, to find secrets in them.
    public Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        given.forEach((key, each) -> variables.put(
                FlywaySetting.ofKey(key)
                        .map(setting ->
                                setting.variable() + key.substring(setting.key().length()))
                        .orElse(key),
                each.value()));
        return variables;
    }
}
