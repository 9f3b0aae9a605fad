package dev.slipway.systemtests.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// The tests of the class run on a container engine; each gets the grounds that it names as parameters.
///
/// Without an engine they are left out, and say so. In CI that is a failure.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({EngineCondition.class, GroundExtension.class})
public @interface RequiresEngine {
    /// Programs that must be installed besides the engine.
    String[] programs() default {};
}
