package dev.slipway.runner.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Leaves a class out when a package is not installed, loudly; fails it in CI.
public final class PackageCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), RequiresPackage.class)
                .filter(required -> !Files.exists(Path.of(required.file())))
                .map(required -> missing(
                        context, "there is no %s (apt-get install %s)".formatted(required.file(), required.value())))
                .orElseGet(() -> ConditionEvaluationResult.enabled("the package is installed"));
    }

    /// @throws IllegalStateException in CI
    public static ConditionEvaluationResult missing(ExtensionContext context, String what) {
        String message = "%s NOT RUN: %s".formatted(context.getDisplayName(), what);
        if (Optional.ofNullable(System.getenv("CI"))
                .filter(value -> !value.isBlank() && !value.equals("false"))
                .isPresent()) {
            throw new IllegalStateException(message);
        }
        System.err.println(message);
        return ConditionEvaluationResult.disabled(message);
    }
}
