package dev.slipway.runner.cli;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.model.KindName;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.script.ScriptProblem;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reports and failures as JSON: the fields of their records, durations in milliseconds, absent values as null.
final class Json {
    private static final Gson PRETTY = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .registerTypeAdapterFactory(new KindFactory())
            .registerTypeAdapter(
                    Version.class, (JsonSerializer<Version>) (version, _, _) -> new JsonPrimitive(version.toString()))
            .registerTypeAdapter(Duration.class, (JsonSerializer<Duration>)
                    (duration, _, _) -> new JsonPrimitive(duration.toMillis()))
            .registerTypeAdapter(LocalDateTime.class, (JsonSerializer<LocalDateTime>)
                    (time, _, _) -> new JsonPrimitive(time.toString()))
            .registerTypeAdapter(ScriptProblem.class, (JsonSerializer<ScriptProblem>) (problem, _, _) -> of(problem))
            .registerTypeHierarchyAdapter(Enum.class, (JsonSerializer<Enum<?>>) (value, _, _) ->
                    new JsonPrimitive(value.name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .create();

    private static final Gson LINE = compact();

    private Json() {}

    private static Gson compact() {
        return PRETTY.newBuilder().setFormattingStyle(FormattingStyle.COMPACT).create();
    }

    static String line(Record data) {
        return LINE.toJson(data);
    }

    /// @param warnings what was told beside the outcome; the field is there only if there are some
    /// @param line whether it is one line
    static String of(Report report, Set<String> warnings, boolean line) {
        JsonObject document = new JsonObject();
        document.addProperty("exitCode", report.exitCode().code());
        document.add("result", PRETTY.toJsonTree(report.data()));
        if (!warnings.isEmpty()) {
            document.add("warnings", PRETTY.toJsonTree(warnings));
        }
        return (line ? LINE : PRETTY).toJson(document);
    }

    static String of(Failure failure, boolean line) {
        JsonObject error = new JsonObject();
        error.addProperty("kind", KindName.of(failure));
        error.addProperty("message", failure.message());
        error.add("details", PRETTY.toJsonTree(failure.details()));
        error.addProperty("state", failure.state());
        error.addProperty("help", failure.help());
        JsonElement data = PRETTY.toJsonTree(failure);
        error.add("data", data);
        JsonObject document = new JsonObject();
        document.addProperty("exitCode", failure.exitCode().code());
        document.add("error", error);
        return (line ? LINE : PRETTY).toJson(document);
    }

    /// Where it is and what to do; how it counts shows in the exit code.
    private static JsonObject of(ScriptProblem problem) {
        JsonObject object = new JsonObject();
        object.addProperty("origin", problem.origin());
        object.addProperty("line", problem.line());
        object.addProperty("what", problem.what());
        object.addProperty("help", problem.help());
        return object;
    }

    /// Says which of the choices of a sealed interface a record is, if it is declared inside that interface.
    private static final class KindFactory implements TypeAdapterFactory {
        @Override
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<?> outer = type.getRawType().getDeclaringClass();
            boolean choice = outer != null && outer.isSealed() && outer.isAssignableFrom(type.getRawType());
            if (!choice) {
                return null;
            }
            TypeAdapter<T> fields = gson.getDelegateAdapter(this, type);
            return new TypeAdapter<>() {
                @Override
                public void write(JsonWriter out, T value) throws IOException {
                    JsonObject object = new JsonObject();
                    object.addProperty("kind", KindName.of(value));
                    fields.toJsonTree(value).getAsJsonObject().asMap().forEach(object::add);
                    gson.toJson(object, out);
                }

                @Override
                public T read(JsonReader in) throws IOException {
                    return fields.read(in);
                }
            };
        }
    }
}
