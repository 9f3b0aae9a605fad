package dev.slipway.runner.acceptance.flyway;

import dev.slipway.runner.acceptance.ScriptFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// A small Flyway project of one kind.
///
/// @param settings under the keys of Flyway; `FOLDER` stands for where the scripts are
/// @param first the files that are there at first, by their paths
/// @param then those that are added later
public record FlywayKind(
        String name, Map<String, String> settings, Map<String, String> first, Map<String, String> then) {
    public static FlywayKind of(String name) {
        return new FlywayKind(name, new TreeMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    public FlywayKind told(String key, String value) {
        settings.put("flyway." + key, value);
        return this;
    }

    public FlywayKind first(String path, String text) {
        first.put(path, text);
        return this;
    }

    public FlywayKind then(String path, String text) {
        then.put(path, text);
        return this;
    }

    /// The settings for a folder; the scripts lie in it if nothing else is told.
    public Map<String, String> settings(Path folder) {
        Map<String, String> all = new TreeMap<>();
        all.put("flyway.locations", "filesystem:FOLDER");
        all.putAll(settings);
        all.replaceAll((_, value) -> value.replace("FOLDER", folder.toString()));
        return all;
    }

    public void writeFirst(Path folder) {
        first.forEach(new ScriptFolder(folder)::with);
    }

    public void writeThen(Path folder) {
        then.forEach(new ScriptFolder(folder)::with);
    }

    @Override
    public String toString() {
        return name;
    }
}
