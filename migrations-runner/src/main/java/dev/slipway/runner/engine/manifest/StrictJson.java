package dev.slipway.runner.engine.manifest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses JSON that has each key once and is not nested beyond reason.
public final class StrictJson {
    private static final int DEEPEST = 16;
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

    private static final Pattern MERGE = Pattern.compile("(?m)^<{7}(?: |$)");
    private final JsonReader reader;

    private StrictJson(String text) {
        this.reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
    }

    /// @throws Unreadable if it is not that
    static JsonElement parse(String text) {
        StrictJson json = new StrictJson(text);
        try {
            JsonElement element = json.element();
            return json.end(element);
        } catch (EOFException e) {
            throw new ManifestFaults("it ends too early", e);
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
            throw new ManifestFaults(
                    MERGE.matcher(text).find()
                            ? "a merge that nobody finished left its marks in it (<<<<<<<)"
                            : "it is not JSON" + place(Objects.requireNonNullElse(e.getMessage(), "")),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonElement end(JsonElement element) throws IOException {
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new IllegalStateException("it goes on after its end");
        }
        return element;
    }

    /// Where in the text an error of the library is: `: line 3, column 7`, or nothing.
    public static String place(String message) {
        Matcher place = PLACE.matcher(message);
        return place.find() ? ": line %s, column %s".formatted(place.group(1), place.group(2)) : "";
    }

    private JsonElement element() throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(new BigDecimal(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> throw new ManifestFaults("it ends too early");
        };
    }

    private JsonObject object() throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String place = reader.getPath();
            String key = reader.nextName();
            if (object.has(key)) {
                throw new ManifestFaults(
                        "%s has \"%s\" twice".formatted(place.substring(0, place.lastIndexOf('.')), key));
            }
            object.add(key, element());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(element());
        }
        reader.endArray();
        return array;
    }
}
