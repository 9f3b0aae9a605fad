package dev.slipway.workbench.report;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.manifest.Manifest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report shows.
///
/// @param manifest null if nothing was proved
/// @param history the scripts, and what became of them if a database was asked
/// @param impacts what pending scripts are going to do to large tables
/// @param drift null if no database was asked
/// @param tenants null if there are not many
public record ReportRequest(
        RevisionGraph graph,
        @Nullable Manifest manifest,
        HistoryResult history,
        List<Impact> impacts,
        @Nullable ReportedDrift drift,
        @Nullable ReportedTenants tenants,
        Instant written) {
    public ReportRequest {
        impacts = List.copyOf(impacts);
    }
}
