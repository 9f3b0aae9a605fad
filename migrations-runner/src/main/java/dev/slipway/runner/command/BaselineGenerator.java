package dev.slipway.runner.command;

import java.util.Set;

/// Options of `adopt` that write the first script of a database.
public interface BaselineGenerator {
    /// Whether it is asked for.
    boolean isGiven();

    /// Writes the script.
    ///
    /// @param ignored schemas that others look after
    Report report(Context context, ScriptOptions scripts, ConnectionOptions connection, Set<String> ignored);
}
