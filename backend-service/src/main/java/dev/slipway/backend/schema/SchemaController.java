package dev.slipway.backend.schema;

import dev.slipway.backend.access.Roles;
import dev.slipway.backend.problem.Refuses;
import dev.slipway.gate.GateState;
import dev.slipway.gate.micronaut.ServiceGate;
import dev.slipway.model.SchemaRevision;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells administrators about the schema, also while the gate is closed.
@Refuses.Anything
@Refuses.Unauthorized
@Refuses.Forbidden
@Controller("/api/schema")
@Secured(Roles.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
class SchemaController {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaController.class);

    private final ServiceGate gate;
    private final HistoryRepository history;
    private final ModelDrift drift;

    SchemaController(ServiceGate gate, HistoryRepository history, ModelDrift drift) {
        this.gate = gate;
        this.history = history;
        this.drift = drift;
    }

    /// Compares the schema with the revision this service was built for.
    ///
    /// @return expected and found revision, what is pending, what the service misses, and the history
    @Get
    SchemaReport read() {
        GateState state = gate.state();
        return new SchemaReport(
                SchemaRevision.REQUIRED,
                state.found().orElse(null),
                state.isOpen(),
                SchemaReport.verdict(state),
                state.message(),
                SchemaReport.pending(state),
                state.isOpen() ? read(drift::missing) : List.of(),
                state.answers() ? read(history::rows) : List.of());
    }

    /// Nothing if it cannot be read: the verdict says why.
    private static <T> List<T> read(Supplier<List<T>> source) {
        try {
            return source.get();
        } catch (RuntimeException e) {
            LOG.debug("the schema cannot be read", e);
            return List.of();
        }
    }
}
