package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.Canaries;
import dev.slipway.runner.engine.fleet.CanaryGateClosed;
import dev.slipway.runner.engine.fleet.Tenant;
import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.catalog.TenantQuery;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Which tenants go first, and what is asked of them before the others follow.
final class CanaryOptions {
    static final CanaryOptions NONE = new CanaryOptions();

    @Option(
            names = "--canary",
            paramLabel = "WHICH",
            description =
                    "these tenants first, and the others only if all goes well: a share (in percent), a number, or @LABEL")
    private @Nullable String canary;

    @Option(names = "--canary-only", description = "only the tenants of --canary: the others follow with another run")
    private boolean only;

    @Option(
            names = "--gate",
            paramLabel = "SQL",
            description = "a query that each canary must answer with true before the others follow")
    private @Nullable String gate;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /// The tenants that go first, or none.
    List<Tenant> first(List<Tenant> tenants) {
        String text = canary;
        if (text == null) {
            if (only || gate != null) {
                throw new SlipwayException(new UsageFailure(
                        "%s is for the tenants that go first".formatted(only ? "--canary-only" : "--gate"),
                        "add --canary 5%, or leave it out"));
            }
            return List.of();
        }
        return Canaries.parse(text).among(tenants);
    }

    /// @throws SlipwayException with a usage failure if there are no tenants to choose from
    void refuse() {
        TenantOptions.refuse(Objects.requireNonNull(spec), "--canary", "--canary-only", "--gate");
    }

    boolean isOnly() {
        return only;
    }

    boolean hasGate() {
        return gate != null;
    }

    /// @throws SlipwayException with `CanaryGateClosed`
    TenantResult ask(Session session, TenantResult result) {
        String query = gate;
        if (query == null) {
            return result;
        }
        String answer = answer(session, query);
        if (!answer.equals("t")) {
            throw new SlipwayException(new CanaryGateClosed(query, answer));
        }
        return TenantResult.unchanged(ExitCode.DONE, result.summary(), result.data());
    }

    private static String answer(Session session, String query) {
        try {
            List<TenantQuery.Row> rows = DatabaseCall.query("ask", () -> TenantQuery.rows(session, query));
            if (rows.isEmpty()) {
                return "no row";
            }
            String answer = rows.getFirst().first();
            return answer.isEmpty() ? "null" : answer;
        } catch (SlipwayException e) {
            return "an error: " + e.failure().message();
        }
    }
}
