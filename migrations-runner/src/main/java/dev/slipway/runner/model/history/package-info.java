/// What `flyway_schema_history` remembers.
@NullMarked
package dev.slipway.runner.model.history;

import org.jspecify.annotations.NullMarked;
