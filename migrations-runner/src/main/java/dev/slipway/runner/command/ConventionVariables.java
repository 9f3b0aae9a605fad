package dev.slipway.runner.command;

import dev.slipway.runner.engine.script.Conventions;
import dev.slipway.runner.engine.script.Conventions.Misnamed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Naming;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads how scripts are named from the variables that Flyway has for it. There are no others: a project has its own
/// names only if it comes from Flyway.
final class ConventionVariables {
    private static final String NAMING = "FLYWAY_VALIDATE_MIGRATION_NAMING";
    private static final String ENCODING = "FLYWAY_ENCODING";
    private static final String SEPARATOR = "FLYWAY_SQL_MIGRATION_SEPARATOR";
    private static final String SUFFIXES = "FLYWAY_SQL_MIGRATION_SUFFIXES";

    private final Map<String, String> environment;

    private ConventionVariables(Map<String, String> environment) {
        this.environment = environment;
    }

    /// @throws SlipwayException with `UsageFailure` for a value that cannot be
    static Conventions of(Map<String, String> environment) {
        return new ConventionVariables(environment).conventions();
    }

    private Conventions conventions() {
        Misnamed misnamed = environment.containsKey(NAMING)
                ? choice(NAMING, false) ? Misnamed.REFUSED : Misnamed.PASSED_OVER
                : Misnamed.SLIPS_REFUSED;
        return new Conventions(
                naming(),
                misnamed,
                encoding(),
                choice("FLYWAY_EXECUTE_IN_TRANSACTION", true),
                choice("FLYWAY_PLACEHOLDER_REPLACEMENT", true));
    }

    private Naming naming() {
        Naming flyway = Naming.FLYWAY;
        String separator = environment.getOrDefault(SEPARATOR, flyway.separator());
        if (separator.isEmpty()) {
            throw refused(SEPARATOR, "it cannot be empty", "say what stands between version and description");
        }
        return new Naming(
                environment.getOrDefault("FLYWAY_SQL_MIGRATION_PREFIX", flyway.versioned()),
                environment.getOrDefault("FLYWAY_UNDO_SQL_MIGRATION_PREFIX", flyway.undo()),
                environment.getOrDefault("FLYWAY_REPEATABLE_SQL_MIGRATION_PREFIX", flyway.repeatable()),
                environment.getOrDefault("FLYWAY_BASELINE_MIGRATION_PREFIX", flyway.baseline()),
                separator,
                suffixes(flyway));
    }

    private List<String> suffixes(Naming flyway) {
        String given = environment.getOrDefault(SUFFIXES, "");
        List<String> suffixes = Arrays.stream(given.split(","))
                .map(String::strip)
                .filter(suffix -> !suffix.isEmpty())
                .toList();
        return suffixes.isEmpty() ? flyway.suffixes() : suffixes;
    }

    private Charset encoding() {
        String name = environment.getOrDefault(
                ENCODING, Conventions.DEFAULT.encoding().name());
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw refused(
                    ENCODING,
                    "no such encoding is known",
                    "write one that Java knows, for example UTF-8 or ISO-8859-1");
        }
    }

    private boolean choice(String variable, boolean otherwise) {
        String value = environment.getOrDefault(variable, Boolean.toString(otherwise));
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(variable, "it is neither true nor false", "write true or false");
        };
    }

    private SlipwayException refused(String variable, String what, String help) {
        return new SlipwayException(new UsageFailure(
                "%s \"%s\": %s".formatted(variable, environment.getOrDefault(variable, ""), what), help));
    }
}
