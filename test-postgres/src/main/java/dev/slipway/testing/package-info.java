/// A real PostgreSQL server for tests, the demo and the workbench: one server per process, a fresh database per test.
@NullMarked
package dev.slipway.testing;

import org.jspecify.annotations.NullMarked;
