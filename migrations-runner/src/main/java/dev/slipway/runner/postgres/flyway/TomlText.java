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
    private final Map<String, String> values = new TreeMap<>();

    private TomlText() {}

    /// The values by their keys, as a `.conf` file would have them: `flyway.locations` with commas,
    /// `environments.dev.url`.
    public static Map<String, String> read(String text) {
        TomlText toml = new TomlText();
        toml.add(Toml.parse(text), List.of());
        return toml.values;
    }

    /// The first line that is no TOML. What stands there is not told: it may be a secret.
    public static Optional<Integer> malformedLine(String text) {
        TomlParseResult parsed = Toml.parse(text);
        return parsed.errors().stream()
                .findFirst()
                .map(error -> error.position().line());
    }

    private void add(TomlTable table, List<String> path) {
        for (String key : table.keySet()) {
            List<String> inner = new ArrayList<>(path);
            inner.add(key);
            Object value = table.get(List.of(key));
            if (value instanceof TomlTable nested) {
                add(nested, inner);
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
