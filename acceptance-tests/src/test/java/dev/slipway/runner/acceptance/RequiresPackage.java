package dev.slipway.runner.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// The tests of the class need a package of Debian. Without it they are left out, and say so. In CI that is a failure.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PackageCondition.class)
public @interface RequiresPackage {
    String value();

    /// A file that is there when the package is installed.
    String file();
}
