package dev.slipway.runner.engine.mapping;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.slipway.runner.model.NearMiss;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One object of a model's description, whose keys are all known.
///
/// @param place what a message calls it
record ModelFields(String place, JsonObject object) {
    static ModelFields of(String place, JsonElement element, Set<String> keys) {
        if (!(element instanceof JsonObject object)) {
            throw fault(place, "an object is expected");
        }
        object.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            String suggestion = NearMiss.of(key, keys)
                    .map("; did you mean \"%s\"?"::formatted)
                    .orElse("");
            throw fault(place, "unknown key \"%s\"%s".formatted(key, suggestion));
        });
        return new ModelFields(place, object);
    }

    static SlipwayException fault(String place, String what) {
        return new SlipwayException(new UsageFailure(
                "%s: %s".formatted(place, what), "see `slipway verify-model --help` for how a model is described"));
    }

    String text(String key) {
        return string(key, object.get(key));
    }

    boolean flag(String key) {
        JsonElement value = object.get(key);
        if (value == null) {
            return false;
        }
        if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw fault(place, "\"%s\" must be true or false".formatted(key));
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonElement value : array(key)) {
            texts.add(string(key, value));
        }
        return texts;
    }

    /// The elements of a list, which may be left out.
    JsonArray array(String key) {
        JsonElement value = object.get(key);
        if (value == null) {
            return new JsonArray();
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        throw fault(place, "\"%s\" must be a list".formatted(key));
    }

    private String string(String key, @Nullable JsonElement value) {
        if (value instanceof JsonPrimitive primitive
                && primitive.isString()
                && !primitive.getAsString().isBlank()) {
            return primitive.getAsString();
        }
        throw fault(place, "\"%s\" must be a text".formatted(key));
    }
}
