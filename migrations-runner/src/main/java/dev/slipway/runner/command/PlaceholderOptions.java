package dev.slipway.runner.command;

import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.postgres.connect.Session;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/// The values of `${name}` in scripts.
final class PlaceholderOptions {
    static final String VARIABLE_PREFIX = "SLIPWAY_PLACEHOLDER_";

    @Option(
            names = "--placeholder",
            paramLabel = "NAME=VALUE",
            description = "the value of a placeholder in scripts; may be given several times")
    Map<String, String> placeholders = Map.of();

    /// The values given by options and environment, and those Flyway offers by itself.
    Placeholders of(Context context, Session session, ScriptOptions scripts) {
        return new Placeholders(() -> values(context, session, scripts));
    }

    private Map<String, String> values(Context context, Session session, ScriptOptions scripts) {
        Map<String, String> values = new HashMap<>();
        values.put("flyway:database", session.databaseName());
        values.put("flyway:user", session.user());
        values.put("flyway:defaultSchema", schema(context, session, scripts));
        putGiven(values, context, scripts);
        return values;
    }

    private static String schema(Context context, Session session, ScriptOptions scripts) {
        return session.schema()
                .orElseGet(() -> scripts.history(
                                context, session, scripts.graph(context).scripts())
                        .place()
                        .schema());
    }

    /// The same where there is no database to ask: what Flyway takes from one stands for itself.
    Placeholders withoutDatabase(Context context, ScriptOptions scripts) {
        return new Placeholders(() -> {
            Map<String, String> values = new HashMap<>();
            List.of("flyway:database", "flyway:user", "flyway:defaultSchema").forEach(name -> values.put(name, name));
            putGiven(values, context, scripts);
            return values;
        });
    }

    /// Only those that no database has to tell, so that a script which needs another is refused.
    Placeholders offline(Context context, ScriptOptions scripts) {
        return new Placeholders(() -> {
            Map<String, String> values = new HashMap<>();
            putGiven(values, context, scripts);
            return values;
        });
    }

    private void putGiven(Map<String, String> values, Context context, ScriptOptions scripts) {
        values.put("flyway:table", scripts.historyTable);
        values.put("flyway:workingDirectory", System.getProperty("user.dir", ""));
        values.put("flyway:environment", "default");
        values.put(
                "flyway:timestamp",
                LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")));
        values.putAll(given(context));
    }

    /// Only those that somebody gave.
    Map<String, String> given(Context context) {
        Map<String, String> values = new HashMap<>();
        context.flyway()
                .forEach(FlywaySetting.PLACEHOLDERS, (name, value) -> values.put(name.toLowerCase(Locale.ROOT), value));
        context.environment().forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX)) {
                values.put(name.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT), value);
            }
        });
        values.putAll(placeholders);
        return values;
    }
}
