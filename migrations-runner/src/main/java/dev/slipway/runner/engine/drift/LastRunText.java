package dev.slipway.runner.engine.drift;

import dev.slipway.runner.engine.proof.LastRun;
import dev.slipway.runner.postgres.schema.LiveSchema;
import java.util.List;

/// What is known of a schema without a proof, in words.
final class LastRunText {
    private LastRunText() {}

    static List<String> lines(LiveSchema live) {
        return switch (LastRun.of(live)) {
            case LastRun.Unknown _ -> List.of();
            case LastRun.Unchanged _ -> List.of("but it is the schema that the last run left");
            case LastRun.Changed _ ->
                List.of("but it is not the schema that the last run left: somebody changed it since");
        };
    }
}
