package dev.slipway.runner.engine.manifest;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Lays JSON out for reviews: what a revision is made of stands on lines of its own, and each change on one.
final class ManifestLayout {
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final int DEEPEST_BLOCK = 3;

    private final StringBuilder text = new StringBuilder();

    private ManifestLayout() {}

    static String of(JsonObject root) {
        ManifestLayout layout = new ManifestLayout();
        layout.block(root, 0);
        return layout.text.append('\n').toString();
    }

    private void add(JsonElement element, int depth) {
        boolean listed =
                element instanceof JsonArray array && array.asList().stream().anyMatch(JsonElement::isJsonObject);
        if (listed) {
            lines('[', ']', depth, element.getAsJsonArray().asList(), one -> text.append(line(one)));
        } else if (element instanceof JsonObject object && depth < DEEPEST_BLOCK && !object.isEmpty()) {
            block(object, depth);
        } else {
            text.append(line(element));
        }
    }

    private void block(JsonObject object, int depth) {
        lines('{', '}', depth, List.copyOf(object.entrySet()), field -> {
            text.append(quoted(field.getKey())).append(": ");
            add(field.getValue(), depth + 1);
        });
    }

    private <T> void lines(char opening, char closing, int depth, List<T> all, Consumer<T> one) {
        text.append(opening);
        String separator = "\n";
        for (T element : all) {
            text.append(separator).append("  ".repeat(depth + 1));
            one.accept(element);
            separator = ",\n";
        }
        text.append('\n').append("  ".repeat(depth)).append(closing);
    }

    private static String line(JsonElement element) {
        return switch (element) {
            case JsonObject object ->
                object.entrySet().stream()
                        .map(field -> quoted(field.getKey()) + ": " + line(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case JsonArray array ->
                array.asList().stream().map(ManifestLayout::line).collect(Collectors.joining(", ", "[", "]"));
            default -> GSON.toJson(element);
        };
    }

    private static String quoted(String key) {
        return GSON.toJson(new JsonPrimitive(key));
    }
}
