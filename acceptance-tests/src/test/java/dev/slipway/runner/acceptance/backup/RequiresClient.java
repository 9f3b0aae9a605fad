package dev.slipway.runner.acceptance.backup;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// The tests of the class run on an installed PostgreSQL with its client, which the artifact for tests does not carry.
///
/// Without one they are left out, and say so. In CI that is a failure.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClientRequired.class)
@interface RequiresClient {}
