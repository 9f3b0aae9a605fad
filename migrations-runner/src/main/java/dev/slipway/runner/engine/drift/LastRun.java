package dev.slipway.runner.engine.drift;

import dev.slipway.runner.postgres.schema.LiveSchema;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;
import java.util.Optional;

/// What is known without a proof: whether the schema is the one that the last run left.
final class LastRun {
    private LastRun() {}

    static List<String> lines(LiveSchema live) {
        Optional<String> left = DatabaseCall.query(
                "read the fingerprint of the last run",
                () -> live.fingerprints().last());
        if (left.isEmpty()) {
            return List.of();
        }
        String found = DatabaseCall.query("read the schema", live::read).fingerprint();
        return List.of(
                left.get().equals(found)
                        ? "but it is the schema that the last run left"
                        : "but it is not the schema that the last run left: somebody changed it since");
    }
}
