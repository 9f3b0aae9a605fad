package dev.slipway.runner.command;

import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.flyway.PlaceholderMarks;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The values of placeholders in scripts.
public final class PlaceholderOptions {
    static final String VARIABLE_PREFIX = "SLIPWAY_PLACEHOLDER_";

    @Option(
            names = "--placeholder",
            paramLabel = "NAME=VALUE",
            description = "the value of a placeholder in scripts; may be given several times")
    Map<String, String> placeholders = Map.of();

    /// The values given by options and environment, and those Flyway offers by itself.
    public Placeholders of(Context context, Session session, ScriptOptions scripts) {
        return of(context, session.origin().settings(), scripts, () -> schema(context, session, scripts));
    }

    /// The same without a session, where the address says in which schema scripts work.
    Placeholders of(Context context, ConnectionSettings settings, ScriptOptions scripts) {
        return of(
                context,
                settings,
                scripts,
                () -> Objects.requireNonNull(settings.schemas().current()));
    }

    private Placeholders of(
            Context context, ConnectionSettings settings, ScriptOptions scripts, Supplier<String> schema) {
        PlaceholderMarks marks = marks(context);
        return new Placeholders(marks, () -> {
            Map<String, String> values = new HashMap<>();
            values.put(marks.own("database"), settings.database());
            values.put(marks.own("user"), settings.user());
            values.put(marks.own("defaultSchema"), schema.get());
            putGiven(values, context, scripts);
            return values;
        });
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
        PlaceholderMarks marks = marks(context);
        return new Placeholders(marks, () -> {
            Map<String, String> values = new HashMap<>();
            Stream.of("database", "user", "defaultSchema").map(marks::own).forEach(name -> values.put(name, name));
            putGiven(values, context, scripts);
            return values;
        });
    }

    /// Only those that no database has to tell, so that a script which needs another is refused.
    Placeholders offline(Context context, ScriptOptions scripts) {
        return new Placeholders(marks(context), () -> {
            Map<String, String> values = new HashMap<>();
            putGiven(values, context, scripts);
            return values;
        });
    }

    private void putGiven(Map<String, String> values, Context context, ScriptOptions scripts) {
        PlaceholderMarks marks = marks(context);
        values.put(marks.own("table"), scripts.historyTable());
        values.put(marks.own("workingDirectory"), System.getProperty("user.dir", ""));
        values.put(marks.own("environment"), "default");
        values.put(
                marks.own("timestamp"),
                LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")));
        values.putAll(given(context));
    }

    private static PlaceholderMarks marks(Context context) {
        return new PlaceholderMarks(
                mark(context, FlywaySetting.PLACEHOLDER_PREFIX, PlaceholderMarks.USUAL.prefix()),
                mark(context, FlywaySetting.PLACEHOLDER_SUFFIX, PlaceholderMarks.USUAL.suffix()),
                mark(context, FlywaySetting.PLACEHOLDER_SEPARATOR, PlaceholderMarks.USUAL.separator()));
    }

    private static String mark(Context context, FlywaySetting setting, String usual) {
        return context.flyway().value(setting).orElse(usual);
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
