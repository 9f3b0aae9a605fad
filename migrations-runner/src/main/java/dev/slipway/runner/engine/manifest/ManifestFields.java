package dev.slipway.runner.engine.manifest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of one object of a manifest.
///
/// @param place for people: `revisions.7.script`
record ManifestFields(String place, JsonObject object) {
    static ManifestFields of(String place, JsonElement element) {
        if (!element.isJsonObject()) {
            throw new ManifestFaults("\"%s\" is no object".formatted(place));
        }
        return new ManifestFields(place, element.getAsJsonObject());
    }

    /// The same, if it has these keys and no others.
    ManifestFields with(Set<String> keys) {
        Set<String> unknown = new TreeSet<>(object.keySet());
        unknown.removeAll(keys);
        if (!unknown.isEmpty()) {
            throw new ManifestFaults(
                    "\"%s\" is not known".formatted(place(unknown.iterator().next())));
        }
        for (String key : new TreeSet<>(keys)) {
            if (!object.has(key)) {
                throw new ManifestFaults("\"%s\" is missing".formatted(place(key)));
            }
        }
        return this;
    }

    String place(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    Collection<String> keys() {
        return object.keySet();
    }

    ManifestFields fields(String key) {
        return of(place(key), object.get(key));
    }

    boolean isNull(String key) {
        return object.get(key).isJsonNull();
    }

    String text(String key) {
        return text(place(key), object.get(key));
    }

    static String text(String place, JsonElement element) {
        if (element instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw new ManifestFaults("\"%s\" is no text".formatted(place));
    }

    boolean yes(String key) {
        if (object.get(key) instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw new ManifestFaults("\"%s\" is neither true nor false".formatted(place(key)));
    }

    @Nullable
    String optionalText(String key) {
        return isNull(key) ? null : text(key);
    }

    int number(String key) {
        return number(place(key), object.get(key));
    }

    static int number(String place, JsonElement element) {
        if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
            try {
                return Integer.parseInt(primitive.getAsString());
            } catch (NumberFormatException e) {
                throw new ManifestFaults("\"%s\" is no whole number".formatted(place), e);
            }
        }
        throw new ManifestFaults("\"%s\" is no whole number".formatted(place));
    }

    <T> List<T> each(String key, Function<ManifestFields, T> read) {
        return elements(key, (place, element) -> read.apply(of(place, element)));
    }

    <T> List<T> elements(String key, Element<T> read) {
        if (!object.get(key).isJsonArray()) {
            throw new ManifestFaults("\"%s\" is no list".formatted(place(key)));
        }
        List<T> all = new ArrayList<>();
        for (JsonElement element : object.get(key).getAsJsonArray()) {
            all.add(read.of("%s[%d]".formatted(place(key), all.size()), element));
        }
        return all;
    }

    /// Reads one element of a list.
    @FunctionalInterface
    interface Element<T> {
        T of(String place, JsonElement element);
    }
}
