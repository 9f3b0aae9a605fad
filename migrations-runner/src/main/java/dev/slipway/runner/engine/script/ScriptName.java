package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.Version;

/// What a file's name says.
sealed interface ScriptName {
    record Versioned(Version version, String description) implements ScriptName {}

    record Undo(Version version, String description) implements ScriptName {}

    record Baseline(Version version, String description) implements ScriptName {}

    record Repeatable(String description) implements ScriptName {}

    /// What Flyway runs at some event, for example after it migrated.
    record Callback() implements ScriptName {}

    /// Nothing that anybody could have meant as a script.
    record Stranger() implements ScriptName {}

    record Wrong(String what, String help) implements ScriptName {}
}
