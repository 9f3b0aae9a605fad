package dev.slipway.runner.model.script;

import dev.slipway.runner.model.Version;
import java.util.List;

/// Which revisions a script builds on.
public sealed interface Revises {
    /// How a script says that it builds on none.
    String NONE = "base";

    /// Nothing is said: it builds on the version before it.
    record Preceding() implements Revises {}

    /// `-- revises: 6, 8`, or `-- revises: base` for no parent at all.
    ///
    /// @param line of the script where it is said, counted from 1
    record Named(List<Version> parents, int line) implements Revises {
        public Named {
            parents = List.copyOf(parents);
        }
    }
}
