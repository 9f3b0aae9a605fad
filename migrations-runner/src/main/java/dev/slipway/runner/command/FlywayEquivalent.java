package dev.slipway.runner.command;

import dev.slipway.runner.engine.check.FlywayCheck;
import dev.slipway.runner.engine.script.Conventions;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.postgres.history.HistoryPlace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What Flyway has to be told so that it does on these scripts what Slipway does.
///
/// @param locations as `--locations` has them
/// @param flyway what only Flyway can be told
record FlywayEquivalent(List<String> locations, Conventions conventions, FlywaySettings flyway) {
    private static final List<FlywaySetting> OWN = List.of(
            FlywaySetting.TARGET,
            FlywaySetting.OUT_OF_ORDER,
            FlywaySetting.VALIDATE_MIGRATION_NAMING,
            FlywaySetting.PLACEHOLDER_PREFIX,
            FlywaySetting.PLACEHOLDER_SUFFIX,
            FlywaySetting.PLACEHOLDER_SEPARATOR);

    /// What is pending is no difference, and callbacks could write.
    FlywayCheck check(ScriptSet scripts, HistoryPlace place, Map<String, String> placeholders) {
        Map<String, String> settings = new TreeMap<>(named());
        put(
                settings,
                FlywaySetting.LOCATIONS,
                locations.stream()
                        .map(location -> location.contains(":") ? location : "filesystem:" + location)
                        .collect(Collectors.joining(",")));
        put(settings, FlywaySetting.TABLE, place.table());
        put(settings, FlywaySetting.DEFAULT_SCHEMA, place.schema());
        put(settings, FlywaySetting.ENCODING, conventions.encoding().name());
        put(settings, FlywaySetting.EXECUTE_IN_TRANSACTION, String.valueOf(conventions.transaction()));
        put(settings, FlywaySetting.PLACEHOLDER_REPLACEMENT, String.valueOf(conventions.placeholders()));
        placeholders.forEach((name, value) -> settings.put(FlywaySetting.PLACEHOLDERS.key() + name, value));
        OWN.forEach(setting -> flyway.value(setting).ifPresent(value -> put(settings, setting, value)));
        put(
                settings,
                FlywaySetting.IGNORE_MIGRATION_PATTERNS,
                flyway.value(FlywaySetting.IGNORE_MIGRATION_PATTERNS).orElse("*:future") + ",*:pending");
        put(settings, FlywaySetting.SKIP_DEFAULT_CALLBACKS, "true");
        return new FlywayCheck(scripts, settings, conventions.naming().baseline());
    }

    private Map<String, String> named() {
        Naming naming = conventions.naming();
        return Map.of(
                FlywaySetting.SQL_MIGRATION_PREFIX.key(), naming.versioned(),
                FlywaySetting.REPEATABLE_SQL_MIGRATION_PREFIX.key(), naming.repeatable(),
                FlywaySetting.SQL_MIGRATION_SEPARATOR.key(), naming.separator(),
                FlywaySetting.SQL_MIGRATION_SUFFIXES.key(), String.join(",", naming.suffixes()));
    }

    private static void put(Map<String, String> settings, FlywaySetting setting, String value) {
        settings.put(setting.key(), value);
    }
}
