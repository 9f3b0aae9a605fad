package dev.slipway.backend.schema;

import dev.slipway.gate.GateState;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the schema stands to this service, and how it came there.
///
/// @param found absent if the database has no revision or does not answer
/// @param verdict ready, behind, failed, ahead, unreadable, unreachable or sign-in-refused
/// @param history in the order of its ranks; empty if it cannot be read
@Serdeable
record SchemaReport(
        String expected,
        @Nullable String found,
        boolean compatible,
        String verdict,
        String message,
        List<Row> history) {
    SchemaReport {
        history = List.copyOf(history);
    }

    static String verdict(GateState state) {
        return switch (state) {
            case GateState.Open _ -> "ready";
            case GateState.Behind _ -> "behind";
            case GateState.Failed _ -> "failed";
            case GateState.Ahead _ -> "ahead";
            case GateState.Unreadable _ -> "unreadable";
            case GateState.Unreachable _ -> "unreachable";
            case GateState.SignInRefused _ -> "sign-in-refused";
        };
    }

    /// A row of flyway_schema_history.
    ///
    /// @param version absent for a repeatable script
    @Serdeable
    record Row(
            int rank,
            @Nullable String version,
            String description,
            String type,
            String script,
            String installedBy,
            Instant installedOn,
            int milliseconds,
            boolean success) {}
}
