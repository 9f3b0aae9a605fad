package dev.slipway.runner.engine.mapping;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the description of a model, a line for each column.
public final class ModelJson {
    private ModelJson() {}

    public static String of(Model model) {
        String tables = model.tables().stream().map(ModelJson::table).collect(Collectors.joining(",\n"));
        return "{\n  \"tables\": [\n%s\n  ]\n}".formatted(tables);
    }

    private static String table(Model.Table table) {
        List<String> fields = new ArrayList<>();
        fields.add("\"name\": " + text(table.name()));
        fields.add("\"primaryKey\": " + texts(table.primaryKey()));
        fields.add("\"columns\": [\n%s\n      ]"
                .formatted(table.columns().stream().map(ModelJson::column).collect(Collectors.joining(",\n"))));
        if (!table.rights().isEmpty()) {
            fields.add("\"rights\": " + texts(table.rights()));
        }
        return "    {\n      %s\n    }".formatted(String.join(",\n      ", fields));
    }

    private static String column(Model.Column column) {
        return "        {\"name\":%s,\"type\":%s%s%s}"
                .formatted(
                        text(column.name()),
                        text(column.type().word()),
                        column.nullable() ? ",\"nullable\":true" : "",
                        column.generated() ? ",\"generated\":true" : "");
    }

    private static String text(String value) {
        return new JsonPrimitive(value).toString();
    }

    private static String texts(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array.toString();
    }
}
