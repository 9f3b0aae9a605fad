/// Runs PostgreSQL's own programs.
@NullMarked
package dev.slipway.runner.postgres.client;

import org.jspecify.annotations.NullMarked;
