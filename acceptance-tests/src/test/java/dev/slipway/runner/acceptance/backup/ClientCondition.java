package dev.slipway.runner.acceptance.backup;

import dev.slipway.runner.acceptance.PackageCondition;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Leaves a class out when PostgreSQL is not installed, loudly; fails it in CI.
final class ClientCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(InstalledServer.BIN.resolve("pg_dump"))
                && Files.isExecutable(InstalledServer.BIN.resolve("initdb"))) {
            return ConditionEvaluationResult.enabled("PostgreSQL is installed");
        }
        return PackageCondition.missing(
                context,
                "there is no PostgreSQL with its client in %s (apt-get install postgresql-15)"
                        .formatted(InstalledServer.BIN));
    }
}
