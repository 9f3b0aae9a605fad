package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.Version;
import java.util.List;

/// What a manifest says of a script.
public sealed interface Proof {
    /// Whether the script does what was proved.
    default boolean holds() {
        return this instanceof Proved || this instanceof Reworded;
    }

    /// Why it does not hold, in words: `was changed since it was proved`.
    String text();

    /// It was proved as it is.
    record Proved() implements Proof {
        @Override
        public String text() {
            return "is proved";
        }
    }

    /// Only comments or layout differ from what was proved.
    record Reworded() implements Proof {
        @Override
        public String text() {
            return "has other comments or another layout than when it was proved";
        }
    }

    /// The manifest does not know it.
    record Unproved() implements Proof {
        @Override
        public String text() {
            return "was never proved";
        }
    }

    /// Its SQL, or a setting by which it runs, is not what was proved.
    record Changed() implements Proof {
        @Override
        public String text() {
            return "was changed since it was proved";
        }
    }

    /// It builds on other revisions than when it was proved.
    record Moved(List<Version> proved, List<Version> now) implements Proof {
        public Moved {
            proved = List.copyOf(proved);
            now = List.copyOf(now);
        }

        @Override
        public String text() {
            return "builds on %s, and was proved on %s".formatted(list(now), list(proved));
        }

        private static String list(List<Version> versions) {
            return versions.isEmpty() ? "nothing" : Version.list(versions);
        }
    }
}
