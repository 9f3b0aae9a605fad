package dev.slipway.systemtests.engine;

import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands a test its grounds, and prints their logs when it failed. The store closes them in every case.
final class GroundExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(GroundExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Ground.class.isAssignableFrom(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Images.build();
        Ground ground = create(parameter.getParameter().getType());
        grounds(context).add(ground);
        return ground;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException()
                .ifPresent(failure -> System.err.println(grounds(context).logs()));
    }

    private static Grounds grounds(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(Grounds.class);
    }

    private static Ground create(Class<?> type) {
        try {
            return (Ground) type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
