package dev.slipway.runner.command;

import dev.slipway.runner.command.FlywaySettings.Given;
import dev.slipway.runner.engine.script.Conventions;
import dev.slipway.runner.engine.script.Conventions.Misnamed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Naming;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;

/// Reads how scripts are named from the settings that Flyway has for it. There are no others: a project has its own
/// names only if it comes from Flyway.
record ConventionSettings(FlywaySettings flyway) {
    /// @throws SlipwayException with `UsageFailure` for a value that cannot be
    Conventions conventions() {
        Misnamed misnamed = flyway.given(FlywaySetting.VALIDATE_MIGRATION_NAMING)
                        .isPresent()
                ? choice(FlywaySetting.VALIDATE_MIGRATION_NAMING, false) ? Misnamed.REFUSED : Misnamed.PASSED_OVER
                : Misnamed.SLIPS_REFUSED;
        return new Conventions(
                naming(),
                misnamed,
                encoding(),
                choice(FlywaySetting.EXECUTE_IN_TRANSACTION, true),
                choice(FlywaySetting.PLACEHOLDER_REPLACEMENT, true));
    }

    private Naming naming() {
        Naming usual = Naming.FLYWAY;
        String separator = text(FlywaySetting.SQL_MIGRATION_SEPARATOR, usual.separator());
        if (separator.isEmpty()) {
            throw refused(
                    FlywaySetting.SQL_MIGRATION_SEPARATOR,
                    "it cannot be empty",
                    "say what stands between version and description");
        }
        return new Naming(
                text(FlywaySetting.SQL_MIGRATION_PREFIX, usual.versioned()),
                text(FlywaySetting.UNDO_SQL_MIGRATION_PREFIX, usual.undo()),
                text(FlywaySetting.REPEATABLE_SQL_MIGRATION_PREFIX, usual.repeatable()),
                text(FlywaySetting.BASELINE_MIGRATION_PREFIX, usual.baseline()),
                separator,
                suffixes(usual));
    }

    private List<String> suffixes(Naming usual) {
        List<String> suffixes = FlywaySettings.list(text(FlywaySetting.SQL_MIGRATION_SUFFIXES, ""))
                .toList();
        return suffixes.isEmpty() ? usual.suffixes() : suffixes;
    }

    private Charset encoding() {
        String name =
                text(FlywaySetting.ENCODING, Conventions.DEFAULT.encoding().name());
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw refused(
                    FlywaySetting.ENCODING,
                    "no such encoding is known",
                    "write one that Java knows, for example UTF-8 or ISO-8859-1");
        }
    }

    private boolean choice(FlywaySetting setting, boolean otherwise) {
        return switch (text(setting, Boolean.toString(otherwise)).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(setting, "it is neither true nor false", "write true or false");
        };
    }

    private String text(FlywaySetting setting, String otherwise) {
        return flyway.given(setting).map(Given::value).orElse(otherwise);
    }

    private SlipwayException refused(FlywaySetting setting, String what, String help) {
        Given given = flyway.given(setting).orElseThrow();
        return new SlipwayException(
                new UsageFailure("%s \"%s\": %s".formatted(given.where(), given.value(), what), help));
    }
}
