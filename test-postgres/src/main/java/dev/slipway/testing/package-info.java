/// A real PostgreSQL server for tests and the demo: one server per process, a fresh database per test.
@NullMarked
package dev.slipway.testing;

import org.jspecify.annotations.NullMarked;
