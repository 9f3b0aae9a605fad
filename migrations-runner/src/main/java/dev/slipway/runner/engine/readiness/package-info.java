/// Waits until the database can be migrated.
@NullMarked
package dev.slipway.runner.engine.readiness;

import org.jspecify.annotations.NullMarked;
