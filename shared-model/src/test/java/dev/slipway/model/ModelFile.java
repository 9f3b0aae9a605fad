package dev.slipway.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import io.micronaut.data.model.runtime.RuntimePersistentProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The description of the model that `slipway verify-model` reads.
///
/// @param tables by name
record ModelFile(SortedMap<String, JsonObject> tables) {
    private static final List<String> BY_HAND = List.of("legacyColumns", "bridges", "rights");
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    static ModelFile parse(String text) {
        SortedMap<String, JsonObject> tables = new TreeMap<>();
        for (JsonElement table : JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("tables")) {
            tables.put(table.getAsJsonObject().get("name").getAsString(), table.getAsJsonObject());
        }
        return new ModelFile(tables);
    }

    List<String> tablesWithout(String key) {
        return tables.entrySet().stream()
                .filter(table -> !table.getValue().has(key))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The tables of these entities; what was written by hand stays.
    ModelFile with(List<Class<?>> entities) {
        SortedMap<String, JsonObject> all = new TreeMap<>();
        for (Class<?> type : entities) {
            JsonObject table = described(new RuntimePersistentEntity<>(type));
            String name = table.get("name").getAsString();
            JsonObject known = tables.getOrDefault(name, new JsonObject());
            BY_HAND.stream().filter(known::has).forEach(key -> table.add(key, known.get(key)));
            all.put(name, table);
        }
        return new ModelFile(all);
    }

    private static JsonObject described(RuntimePersistentEntity<?> entity) {
        RuntimePersistentProperty<?> identity = Objects.requireNonNull(entity.getIdentity());
        JsonObject table = new JsonObject();
        table.addProperty("name", entity.getPersistedName());
        table.addProperty("entity", entity.getName());
        JsonArray key = new JsonArray();
        key.add(identity.getPersistedName());
        table.add("primaryKey", key);
        JsonArray columns = new JsonArray();
        Stream<RuntimePersistentProperty<?>> properties =
                Stream.concat(Stream.of(identity), entity.getPersistentProperties().stream());
        properties.forEach(property -> columns.add(described(property)));
        table.add("columns", columns);
        return table;
    }

    private static JsonObject described(RuntimePersistentProperty<?> property) {
        JsonObject column = new JsonObject();
        column.addProperty("name", property.getPersistedName());
        column.addProperty("type", type(property));
        if (property.isGenerated()) {
            column.addProperty("generated", true);
        } else if (property.isOptional()) {
            column.addProperty("nullable", true);
        }
        return column;
    }

    private static String type(RuntimePersistentProperty<?> property) {
        return switch (property.getDataType()) {
            case BOOLEAN -> "boolean";
            case SHORT -> "smallint";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case FLOAT -> "real";
            case DOUBLE -> "double precision";
            case BIGDECIMAL -> "numeric";
            case STRING -> "text";
            case BYTE_ARRAY -> "bytea";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> property.getType() == Instant.class ? "timestamptz" : "timestamp";
            case UUID -> "uuid";
            case JSON -> "json";
            default -> throw new IllegalStateException("no column is known for " + property);
        };
    }

    /// One line for each table's name, key, column and so on.
    String render() {
        return tables.values().stream()
                .map(ModelFile::render)
                .collect(Collectors.joining(",\n", "{\n  \"tables\": [\n", "\n  ]\n}\n"));
    }

    private static String render(JsonObject table) {
        return table.entrySet().stream()
                .map(entry -> "      \"%s\": %s".formatted(entry.getKey(), render(entry.getValue())))
                .collect(Collectors.joining(",\n", "    {\n", "\n    }"));
    }

    private static String render(JsonElement value) {
        boolean objects = value instanceof JsonArray array
                && !array.isEmpty()
                && array.get(0).isJsonObject();
        return objects
                ? value.getAsJsonArray().asList().stream()
                        .map(element -> "        " + GSON.toJson(element))
                        .collect(Collectors.joining(",\n", "[\n", "\n      ]"))
                : GSON.toJson(value);
    }
}
