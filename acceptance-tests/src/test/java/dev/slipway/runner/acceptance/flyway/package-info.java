/// Projects of Flyway.
@NullMarked
package dev.slipway.runner.acceptance.flyway;

import org.jspecify.annotations.NullMarked;
