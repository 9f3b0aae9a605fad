package dev.slipway.workbench.report;

import dev.slipway.runner.command.OutcomeGroup;
import dev.slipway.runner.engine.fleet.FleetResult;
import java.util.List;

/// Where many tenants are.
///
/// @param count how many there are
/// @param groups those of which the same is to be said
public record ReportedTenants(int count, List<Group> groups) {
    public ReportedTenants {
        groups = List.copyOf(groups);
    }

    /// @param words what is to be said of them
    public record Group(String words, List<String> tenants) {
        public Group {
            tenants = List.copyOf(tenants);
        }
    }

    public static ReportedTenants of(FleetResult result) {
        return new ReportedTenants(
                result.tenants().size(),
                OutcomeGroup.of(result).stream()
                        .map(group -> new Group(group.words(), group.tenants()))
                        .toList());
    }
}
