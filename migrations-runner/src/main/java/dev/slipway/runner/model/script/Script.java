package dev.slipway.runner.model.script;

import dev.slipway.runner.model.Version;

/// A script by its kind.
public sealed interface Script {
    String description();

    ScriptFile file();

    Header header();

    /// How people name it: its version, or `R` and its description.
    String label();

    /// How lists show it.
    default String title() {
        return switch (this) {
            case Versioned script -> "%s  %s".formatted(script.version(), script.description());
            case Baseline script -> "B%s  %s".formatted(script.version(), script.description());
            case Undo script -> "U%s  %s".formatted(script.version(), script.description());
            case Repeatable script -> "R  " + script.description();
        };
    }

    /// What brings a database to a revision.
    sealed interface Revision extends Script {
        Version version();
    }

    /// `V7__add_phone.sql`: applied once, in order.
    record Versioned(Version version, String description, ScriptFile file, Header header) implements Revision {
        @Override
        public String label() {
            return version.toString();
        }
    }

    /// `B7__as_of_7.sql`: stands for all versions up to its own. An empty database begins with it; any other passes it
    /// over.
    record Baseline(Version version, String description, ScriptFile file, Header header) implements Revision {
        @Override
        public String label() {
            return "B" + version;
        }

        public boolean standsFor(Version other) {
            return other.compareTo(version) <= 0;
        }
    }

    /// `U7__add_phone.sql`: takes the version of the same number back.
    record Undo(Version version, String description, ScriptFile file, Header header) implements Script {
        @Override
        public String label() {
            return "U" + version;
        }
    }

    /// `R__active_users_view.sql`: applied after the versions whenever it changed.
    record Repeatable(String description, ScriptFile file, Header header) implements Script {
        @Override
        public String label() {
            return "R " + description;
        }
    }
}
