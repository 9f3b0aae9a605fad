package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;

/// Where a command should bring a database.
public sealed interface Target {
    String HEAD = "head";

    /// Every head, and the repeatable scripts.
    record Heads() implements Target {}

    /// One revision and all it builds on. Repeatable scripts wait until the heads, since they may need what comes
    /// after.
    record At(Version version) implements Target {}

    /// Before the first revision.
    record Base() implements Target {}

    /// So many revisions from where the database is: up if positive, down if negative, and 0 for the place itself.
    record Relative(int steps) implements Target {}

    /// Takes `head`, `heads`, `base`, `current`, a version, the unique beginning of one, a branch label, each of them
    /// with `@head` or `+N` or `-N` behind it, and `+N` and `-N` alone.
    ///
    /// @throws SlipwayException with `UsageFailure` if there is no such revision
    /// @throws SlipwayException with `SeveralHeads` if `head` could be any of several
    static Target parse(String text, RevisionGraph graph) {
        return new TargetParser(graph, text).parse();
    }
}
