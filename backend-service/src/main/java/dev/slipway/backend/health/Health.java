package dev.slipway.backend.health;

import dev.slipway.gate.GateState;
import dev.slipway.model.SchemaRevision;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// The answer of GET /api/health.
///
/// @param status UP or DOWN, of the service as a whole
/// @param database UP or DOWN, whether the database answers
@Serdeable
record Health(String status, String database, Schema schema, String message) {
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    /// @param found absent if the database has no revision or does not answer
    @Serdeable
    record Schema(String expected, @Nullable String found) {}

    static Health of(GateState state) {
        return new Health(
                state.isOpen() ? UP : DOWN,
                answers(state) ? UP : DOWN,
                new Schema(SchemaRevision.REQUIRED, state.found().orElse(null)),
                state.summary());
    }

    boolean serves() {
        return status.equals(UP);
    }

    private static boolean answers(GateState state) {
        return state.answers();
    }
}
