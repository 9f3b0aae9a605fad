/// The advisory lock that keeps runners, and Flyway itself, from each other.
@NullMarked
package dev.slipway.runner.postgres.lock;

import org.jspecify.annotations.NullMarked;
