package dev.slipway.backend.schema;

import dev.slipway.gate.GateState;
import dev.slipway.model.SchemaRevision;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the schema stands to this service, and how it came there.
///
/// @param found absent if the database has no revision or does not answer
/// @param verdict ready, behind, failed, ahead, unreadable, unreachable or sign-in-refused
/// @param pending up to which revision the runner has something to do for this service; absent if it has nothing
/// @param drift columns that this service maps and the database lacks although it is at the right revision
/// @param history in the order of its ranks; empty if it cannot be read
@Serdeable
record SchemaReport(
        String expected,
        @Nullable String found,
        boolean compatible,
        String verdict,
        String message,
        @Nullable String pending,
        List<String> drift,
        List<Row> history) {
    SchemaReport {
        drift = List.copyOf(drift);
        history = List.copyOf(history);
    }

    /// Up to which revision the runner has something to do.
    static @Nullable String pending(GateState state) {
        return state instanceof GateState.Behind || state instanceof GateState.Failed ? SchemaRevision.REQUIRED : null;
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
