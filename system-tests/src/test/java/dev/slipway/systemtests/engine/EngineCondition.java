package dev.slipway.systemtests.engine;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Leaves a class out when there is no engine, loudly; fails it in CI.
final class EngineCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> obstacle = context.getTestClass()
                .map(test -> test.getAnnotation(RequiresEngine.class))
                .flatMap(EngineCondition::obstacle);
        if (obstacle.isEmpty()) {
            return ConditionEvaluationResult.enabled("the engine answers");
        }
        String message = "%s NOT RUN: %s".formatted(context.getDisplayName(), obstacle.get());
        if (inContinuousIntegration()) {
            throw new IllegalStateException(message);
        }
        System.err.println(message);
        return ConditionEvaluationResult.disabled(message);
    }

    private static Optional<String> obstacle(RequiresEngine required) {
        if (!Engine.answers()) {
            return Optional.of("no container engine answers");
        }
        return Arrays.stream(required.programs())
                .filter(program -> !isInstalled(program))
                .map("\"%s\" is not installed"::formatted)
                .findFirst();
    }

    private static boolean isInstalled(String program) {
        try {
            return Command.of(program, "--version").run().exitCode() == 0;
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    private static boolean inContinuousIntegration() {
        return Optional.ofNullable(System.getenv("CI"))
                .filter(value -> !value.isBlank() && !value.equals("false"))
                .isPresent();
    }
}
