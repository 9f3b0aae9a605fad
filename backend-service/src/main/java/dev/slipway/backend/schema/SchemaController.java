package dev.slipway.backend.schema;

import dev.slipway.backend.access.Roles;
import dev.slipway.backend.problem.Refuses;
import dev.slipway.gate.GateState;
import dev.slipway.model.SchemaRevision;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
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

    SchemaController(ServiceGate gate, HistoryRepository history) {
        this.gate = gate;
        this.history = history;
    }

    /// Compares the schema with the revision this service was built for.
    ///
    /// @return expected and found revision, and the history
    @Get
    SchemaReport read() {
        GateState state = gate.state();
        return new SchemaReport(
                SchemaRevision.REQUIRED,
                state.found().orElse(null),
                state.isOpen(),
                SchemaReport.verdict(state),
                state.message(),
                state.answers() ? rows() : List.of());
    }

    /// None if they cannot be read: the verdict says why.
    private List<SchemaReport.Row> rows() {
        try {
            return history.rows();
        } catch (RuntimeException e) {
            LOG.debug("the history cannot be read", e);
            return List.of();
        }
    }
}
