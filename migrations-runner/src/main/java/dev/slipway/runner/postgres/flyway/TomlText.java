package dev.slipway.runner.postgres.flyway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// Reads what `flyway.toml` says. Flyway itself reads it with a library that it does not carry.
public final class TomlText {
    private final TomlParseResult parsed;

    private TomlText(TomlParseResult parsed) {
        this.parsed = parsed;
    }

    public static TomlText of(String text) {
        return new TomlText(Toml.parse(text));
    }

    /// The values by their keys, as a `.conf` file would have them: `flyway.locations` with commas,
    /// `environments.dev.url`.
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        add(values, parsed, List.of());
        return values;
    }

    /// The first line that is no TOML. What stands there is not told: it may be a secret.
    public Optional<Integer> malformedLine() {
        return parsed.errors().stream()
                .findFirst()
                .map(error -> error.position().line());
    }

    private static void add(Map<String, String> values, TomlTable table, List<String> path) {
        for (String key : table.keySet()) {
            List<String> inner = new ArrayList<>(path);
            inner.add(key);
            Object value = table.get(List.of(key));
            if (value instanceof TomlTable nested) {
                add(values, nested, inner);
            } else {
                values.put(String.join(".", inner), text(value));
            }
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof TomlArray array
                ? array.toList().stream().map(TomlText::text).collect(Collectors.joining(","))
                : String.valueOf(value);
    }
}
