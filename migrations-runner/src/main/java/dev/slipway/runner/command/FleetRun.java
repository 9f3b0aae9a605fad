package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.Fleet;
import dev.slipway.runner.engine.fleet.FleetLimits;
import dev.slipway.runner.engine.fleet.FleetResult;
import dev.slipway.runner.engine.fleet.Tenant;
import dev.slipway.runner.engine.fleet.TenantHistories;
import dev.slipway.runner.engine.fleet.TenantOutcome;
import dev.slipway.runner.engine.fleet.TenantOutcome.NotRun;
import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.engine.fleet.TenantSessions;
import dev.slipway.runner.engine.fleet.TenantWork;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.postgres.history.SchemaHistories;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does a work for tenants: for the canaries first, and if all goes well, for the others.
final class FleetRun {
    private final Context context;
    private final ConnectionOptions connection;
    private final FleetLimits limits;
    private final FleetWork work;
    private final Map<String, TenantOutcome> outcomes = new HashMap<>();
    private final long start = System.nanoTime();

    FleetRun(Context context, ConnectionOptions connection, FleetLimits limits, FleetWork work) {
        this.context = context;
        this.connection = connection;
        this.limits = limits;
        this.work = work;
    }

    FleetResult run(List<Tenant> tenants, CanaryOptions canaries, ServerWaits waits) {
        List<Tenant> first = canaries.first(tenants);
        try (TenantSessions sessions = new TenantSessions(limits.parallel(), waits::open)) {
            each(first, sessions, _ -> work, _ -> {});
            if (canaries.hasGate() && isWell()) {
                each(first, sessions, canary -> (_, session) -> canaries.ask(session, result(canary)), _ -> {});
            }
            first.forEach(canary -> told(outcome(canary)));
            if (!canaries.isOnly()) {
                others(
                        tenants.stream()
                                .filter(tenant -> !first.contains(tenant))
                                .toList(),
                        sessions);
            }
        }
        return new FleetResult(
                tenants.stream()
                        .flatMap(tenant -> Optional.ofNullable(outcomes.get(tenant.name())).stream())
                        .toList(),
                took());
    }

    private void others(List<Tenant> others, TenantSessions sessions) {
        if (isWell()) {
            each(others, sessions, _ -> work, this::told);
            return;
        }
        boolean failed = outcomes.values().stream().anyMatch(TenantOutcome.Failed.class::isInstance);
        NotRun.Reason reason = failed ? NotRun.Reason.CANARY_FAILED : NotRun.Reason.TIME_IS_UP;
        others.forEach(tenant -> outcomes.put(tenant.name(), new NotRun(tenant.name(), reason)));
        others.forEach(tenant -> told(outcome(tenant)));
    }

    private boolean isWell() {
        return outcomes.values().stream().allMatch(outcome -> outcome.exitCode() == ExitCode.DONE);
    }

    private TenantResult result(Tenant tenant) {
        return ((TenantOutcome.Ended) outcome(tenant)).result();
    }

    private TenantOutcome outcome(Tenant tenant) {
        return Objects.requireNonNull(outcomes.get(tenant.name()));
    }

    private void told(TenantOutcome outcome) {
        context.line().accept(TenantReport.of(outcome));
    }

    private void each(
            List<Tenant> tenants,
            TenantSessions sessions,
            Function<Tenant, FleetWork> works,
            Consumer<TenantOutcome> ended) {
        TenantHistories histories = new TenantHistories(tenants);
        TenantWork each = (tenant, open) -> {
            Context own = context.of(tenant, open);
            FleetWork body = works.apply(tenant);
            return body.historyTable()
                    .flatMap(table -> histories.of(tenant, schemas -> histories(own, tenant, sessions, schemas, table)))
                    .flatMap(history -> settled(body, own, tenant, history))
                    .orElseGet(() -> connection.connect(own, tenant, sessions, session -> body.run(own, session)));
        };
        Fleet.run(tenants, limits.after(took()), each, progress(), ended)
                .forEach(outcome -> outcomes.put(outcome.tenant(), outcome));
    }

    /// Those that can be read together; if they cannot, each tenant says itself why not.
    private Map<String, History> histories(
            Context own, Tenant tenant, TenantSessions sessions, List<String> schemas, String table) {
        return connection.read(own, tenant, sessions, session -> {
            try {
                return DatabaseCall.query("read the histories", () -> SchemaHistories.read(session, schemas, table));
            } catch (SlipwayException _) {
                return Map.of();
            }
        });
    }

    /// A refusal is told as that of any other tenant.
    private static Optional<TenantResult> settled(FleetWork body, Context own, Tenant tenant, History history) {
        try {
            return body.settled(own, tenant, history);
        } catch (SlipwayException _) {
            return Optional.empty();
        }
    }

    /// Problems go where problems go.
    private Progress progress() {
        return event -> {
            boolean problem = event instanceof Event.TenantFailed;
            (problem ? context.aside() : context.progress()).report(event);
        };
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
