package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.history.FingerprintTable.Kept;
import dev.slipway.runner.postgres.schema.LiveSchema;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.Optional;

/// What is known without a proof: whether the schema is the one that the last run left.
public sealed interface LastRun {
    /// It left no fingerprint.
    record Unknown() implements LastRun {}

    /// The schema is another one.
    record Changed() implements LastRun {}

    /// The schema is the same.
    record Unchanged(Schema schema) implements LastRun {}

    static LastRun of(LiveSchema live) {
        Optional<Kept> last = DatabaseCall.query(
                "read the fingerprint", () -> live.fingerprints().last());
        return last.map(kept -> of(live, kept)).orElseGet(Unknown::new);
    }

    private static LastRun of(LiveSchema live, Kept kept) {
        LiveSchema same = kept.alone() ? live.alone() : live;
        Schema now = DatabaseCall.query("read the schema", same::read);
        return now.fingerprint().equals(kept.fingerprint()) ? new Unchanged(now) : new Changed();
    }
}
