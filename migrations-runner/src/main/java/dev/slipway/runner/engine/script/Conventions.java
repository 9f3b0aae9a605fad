package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.script.Naming;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How the scripts of a project are to be read, as far as they do not say it themselves.
///
/// @param misnamed what becomes of files with the suffix of a script and another name
/// @param transaction false runs scripts statement by statement
/// @param placeholders false takes their text as it is
public record Conventions(
        Naming naming, Misnamed misnamed, Charset encoding, boolean transaction, boolean placeholders) {
    /// What holds where nothing is said.
    public static final Conventions DEFAULT =
            new Conventions(Naming.FLYWAY, Misnamed.SLIPS_REFUSED, StandardCharsets.UTF_8, true, true);

    /// What becomes of a file that has the suffix of a script and is not named like one.
    public enum Misnamed {
        /// A name that looks like a slip is an error, any other file is told and passed over.
        SLIPS_REFUSED,
        /// All are errors: Flyway's `validateMigrationNaming=true`.
        REFUSED,
        /// All are told and passed over: Flyway's `validateMigrationNaming=false`.
        PASSED_OVER
    }
}
