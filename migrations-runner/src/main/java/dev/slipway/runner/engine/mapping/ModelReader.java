package dev.slipway.runner.engine.mapping;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import dev.slipway.runner.engine.manifest.StrictJson;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.TextFile;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.sql.Bridge;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Reads the description of a model; a mistake in it is one of usage.
public final class ModelReader {
    private static final String FILE_NAME = "model.json";
    private static final Set<String> RIGHTS = Set.of("select", "insert", "update", "delete");

    private ModelReader() {}

    /// The `model.json` that lies beside the scripts, if there is one.
    public static Optional<Model> beside(List<Location> locations) {
        List<TextFile> files = Location.texts(locations, FILE_NAME);
        if (files.size() > 1) {
            throw new SlipwayException(new UsageFailure(
                    "there are several models: "
                            + files.stream().map(TextFile::origin).collect(Collectors.joining(", ")),
                    "name the one that counts with --model"));
        }
        return files.stream().findFirst().map(file -> parse(file.origin(), file.text()));
    }

    public static Model of(Path file) {
        String place = "--model \"%s\"".formatted(file);
        try {
            return parse(place, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw ModelFields.fault(place, "there is no such file");
        } catch (IOException e) {
            throw ModelFields.fault(place, "it cannot be read: " + e);
        }
    }

    private static Model parse(String place, String text) {
        ModelFields fields = ModelFields.of(place, json(place, text), Set.of("tables"));
        List<Model.Table> tables = each(fields, "tables", ModelReader::table);
        if (tables.isEmpty()) {
            throw ModelFields.fault(place, "it has no tables");
        }
        return new Model(tables);
    }

    private static JsonElement json(String place, String text) {
        try {
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            return JsonParser.parseReader(reader);
        } catch (JsonParseException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw ModelFields.fault(place, "it is not JSON" + StrictJson.place(String.valueOf(cause.getMessage())));
        }
    }

    private static Model.Table table(String place, JsonElement element) {
        ModelFields fields = ModelFields.of(
                place,
                element,
                Set.of("name", "entity", "primaryKey", "columns", "legacyColumns", "bridges", "rights"));
        List<String> rights = fields.texts("rights");
        rights.stream().filter(right -> !RIGHTS.contains(right)).findFirst().ifPresent(right -> {
            throw ModelFields.fault(
                    place, "\"%s\" is no right; there are select, insert, update, delete".formatted(right));
        });
        return new Model.Table(
                fields.text("name"),
                fields.texts("primaryKey"),
                each(fields, "columns", ModelReader::column),
                each(fields, "legacyColumns", ModelReader::column),
                bridges(fields),
                rights);
    }

    private static Model.Column column(String place, JsonElement element) {
        ModelFields fields = ModelFields.of(place, element, Set.of("name", "type", "nullable", "generated"));
        String word = fields.text("type");
        ModelColumnType type = ModelColumnType.of(word)
                .orElseThrow(() -> ModelFields.fault(
                        place, "unknown type \"%s\"; there are %s".formatted(word, ModelColumnType.words())));
        return new Model.Column(fields.text("name"), type, fields.flag("nullable"), fields.flag("generated"));
    }

    private static List<Bridge> bridges(ModelFields table) {
        List<Bridge> bridges = new ArrayList<>();
        for (String text : table.texts("bridges")) {
            switch (Bridge.read(text)) {
                case Bridge.Reading.Read(Bridge bridge) -> bridges.add(bridge);
                case Bridge.Reading.Refused(String what) ->
                    throw ModelFields.fault(table.place(), "bridge \"%s\": %s".formatted(text, what));
            }
        }
        return bridges;
    }

    private static <T> List<T> each(ModelFields fields, String key, BiFunction<String, JsonElement, T> reader) {
        JsonArray array = fields.array(key);
        List<T> all = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            all.add(reader.apply("%s: %s[%d]".formatted(fields.place(), key, i), array.get(i)));
        }
        return all;
    }
}
