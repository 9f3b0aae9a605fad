package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.FleetResult;
import dev.slipway.runner.engine.fleet.TenantOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tenants of which the same is to be said.
///
/// @param words what is to be said
/// @param outcomes at least one
public record OutcomeGroup(String words, List<TenantOutcome> outcomes) {
    public OutcomeGroup {
        outcomes = List.copyOf(outcomes);
    }

    /// The largest first.
    public static List<OutcomeGroup> of(FleetResult result) {
        Map<String, List<TenantOutcome>> groups = new LinkedHashMap<>();
        result.tenants()
                .forEach(outcome -> groups.computeIfAbsent(words(outcome), _ -> new ArrayList<>())
                        .add(outcome));
        return groups.entrySet().stream()
                .map(group -> new OutcomeGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(group -> -group.outcomes.size()))
                .toList();
    }

    public List<String> tenants() {
        return outcomes.stream().map(TenantOutcome::tenant).toList();
    }

    /// A line for people.
    ///
    /// @param of how many tenants there are
    public static String line(int count, int of, String words) {
        return ("  %" + String.valueOf(of).length() + "d  %s").formatted(count, words);
    }

    private static String words(TenantOutcome outcome) {
        return switch (outcome) {
            case TenantOutcome.Ended ended -> ended.result().summary();
            case TenantOutcome.Failed failed ->
                "failed (%d): %s"
                        .formatted(failed.exitCode().code(), failed.failure().message());
            case TenantOutcome.NotRun notRun -> "not run: " + notRun.reason().text();
        };
    }
}
