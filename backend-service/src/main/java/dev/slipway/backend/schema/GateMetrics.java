package dev.slipway.backend.schema;

import dev.slipway.backend.metric.Refreshed;
import dev.slipway.gate.GateState;
import dev.slipway.gate.micronaut.ServiceGate;
import dev.slipway.model.SchemaRevision;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.configuration.metrics.annotation.RequiresMetrics;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `schema_gate_open`, `schema_pending`, and `schema_position_info` with the revisions as labels.
@Singleton
@RequiresMetrics
final class GateMetrics implements MeterBinder, Refreshed {
    private final ServiceGate gate;
    private @Nullable MultiGauge position;

    GateMetrics(ServiceGate gate) {
        this.gate = gate;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        position = MultiGauge.builder("schema.position.info")
                .description("the revision of the schema and the one that this service needs")
                .register(registry);
        Gauge.builder("schema.gate.open", () -> gate.isOpen() ? 1 : 0)
                .description("whether the schema can serve this service")
                .register(registry);
        Gauge.builder("schema.pending", () -> SchemaReport.pending(gate.state()) == null ? 0 : 1)
                .description("whether revisions that this service needs are pending")
                .register(registry);
    }

    @Override
    public void refresh() {
        MultiGauge rows = position;
        if (rows != null) {
            rows.register(List.of(row(gate.state())), true);
        }
    }

    private static MultiGauge.Row<?> row(GateState state) {
        Tags tags = Tags.of(
                "expected",
                SchemaRevision.REQUIRED,
                "found",
                state.found().orElse(""),
                "verdict",
                SchemaReport.verdict(state));
        return MultiGauge.Row.of(tags, 1);
    }
}
