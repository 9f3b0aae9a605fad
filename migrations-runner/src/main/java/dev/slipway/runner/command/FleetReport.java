package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.FleetResult;
import dev.slipway.runner.engine.fleet.TenantOutcome;
import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Plural;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What became of many tenants: for people those of which the same is to be said together, for machines how many, after
/// a line for each of them.
///
/// @param tenants how many there are
/// @param milliseconds how long it took for all
public record FleetReport(int tenants, long ended, long failed, long notRun, long milliseconds) {
    /// How many tenants are named in a line.
    private static final int NAMED = 10;

    static Report of(FleetResult result) {
        FleetReport report = new FleetReport(
                result.tenants().size(),
                count(result, TenantOutcome.Ended.class),
                count(result, TenantOutcome.Failed.class),
                count(result, TenantOutcome.NotRun.class),
                result.took().toMillis());
        return new Report(result.exitCode(), report, text(result));
    }

    private static long count(FleetResult result, Class<? extends TenantOutcome> kind) {
        return result.tenants().stream().filter(kind::isInstance).count();
    }

    private static String text(FleetResult result) {
        int all = result.tenants().size();
        Stream<String> lines = OutcomeGroup.of(result).stream()
                .map(group -> OutcomeGroup.line(group.outcomes().size(), all, group.words() + names(group.outcomes())));
        return Stream.concat(Stream.of(head(result)), lines).collect(Collectors.joining("\n"));
    }

    /// Those of which something was found. Of those that failed each is told by itself.
    private static String names(List<TenantOutcome> group) {
        List<String> found = group.stream()
                .filter(outcome -> outcome instanceof TenantOutcome.Ended && outcome.exitCode() != ExitCode.DONE)
                .map(TenantOutcome::tenant)
                .toList();
        if (found.isEmpty()) {
            return "";
        }
        String more = found.size() > NAMED ? " and %d more; --format json has all".formatted(found.size() - NAMED) : "";
        return found.stream().limit(NAMED).collect(Collectors.joining(", ", " (", more + ")"));
    }

    private static String head(FleetResult result) {
        return "%s in %s".formatted(Plural.of(result.tenants().size(), "tenant"), Durations.text(result.took()));
    }
}
