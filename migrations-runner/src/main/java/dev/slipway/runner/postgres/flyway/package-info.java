/// The only package that knows Flyway's classes: it splits scripts into statements and fills in placeholders.
@NullMarked
package dev.slipway.runner.postgres.flyway;

import org.jspecify.annotations.NullMarked;
