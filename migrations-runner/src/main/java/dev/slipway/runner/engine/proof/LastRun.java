package dev.slipway.runner.engine.proof;

import dev.slipway.runner.postgres.schema.LiveSchema;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.Optional;
import java.util.Set;

/// What is known without a proof: whether the schema is the one that the last run left.
public final class LastRun {
    private LastRun() {}

    /// @return nothing if no run has left a fingerprint
    public static Optional<Boolean> left(LiveSchema live) {
        return DatabaseCall.query(
                        "read the fingerprint", () -> live.fingerprints().last())
                .map(fingerprint -> isOf(live, fingerprint)
                        || isOf(live.in(Set.of(live.table().schema())), fingerprint));
    }

    /// The fingerprint is that of the whole database, or of a tenant's schema alone.
    private static boolean isOf(LiveSchema live, String fingerprint) {
        return fingerprint.equals(
                DatabaseCall.query("read the schema", live::read).fingerprint());
    }
}
