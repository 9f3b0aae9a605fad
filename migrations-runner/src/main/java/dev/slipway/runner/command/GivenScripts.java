package dev.slipway.runner.command;

import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.postgres.connect.Session;

/// The scripts that a command is given, and how they are read.
public record GivenScripts(Context context, ScriptOptions scripts, PlaceholderOptions options) {
    /// The values of placeholders in a database.
    public Placeholders placeholders(Session session) {
        return options.of(context, session, scripts);
    }
}
