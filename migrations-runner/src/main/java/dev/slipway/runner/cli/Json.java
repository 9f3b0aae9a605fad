package dev.slipway.runner.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;

/// Reports and failures as JSON: the fields of their records, durations in milliseconds, absent values as null.
final class Json {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .registerTypeAdapter(
                    Version.class, (JsonSerializer<Version>) (version, _, _) -> new JsonPrimitive(version.toString()))
            .registerTypeAdapter(Duration.class, (JsonSerializer<Duration>)
                    (duration, _, _) -> new JsonPrimitive(duration.toMillis()))
            .registerTypeAdapter(LocalDateTime.class, (JsonSerializer<LocalDateTime>)
                    (time, _, _) -> new JsonPrimitive(time.toString()))
            .registerTypeHierarchyAdapter(Enum.class, (JsonSerializer<Enum<?>>) (value, _, _) ->
                    new JsonPrimitive(value.name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .create();

    private Json() {}

    static String of(Report report) {
        JsonObject document = new JsonObject();
        document.addProperty("exitCode", report.exitCode().code());
        document.add("result", GSON.toJsonTree(report.data()));
        return GSON.toJson(document);
    }

    static String of(Failure failure) {
        JsonObject error = new JsonObject();
        error.addProperty("kind", kind(failure));
        error.addProperty("message", failure.message());
        error.add("details", GSON.toJsonTree(failure.details()));
        error.addProperty("state", failure.state());
        error.addProperty("help", failure.help());
        JsonElement data = GSON.toJsonTree(failure);
        error.add("data", data);
        JsonObject document = new JsonObject();
        document.addProperty("exitCode", failure.exitCode().code());
        document.add("error", error);
        return GSON.toJson(document);
    }

    /// `ScriptFailed` becomes `script-failed`.
    private static String kind(Failure failure) {
        return failure.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
