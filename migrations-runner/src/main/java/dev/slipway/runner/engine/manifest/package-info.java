/// Reads and writes what was proved, and compares scripts and schemas with it.
@NullMarked
package dev.slipway.runner.engine.manifest;

import org.jspecify.annotations.NullMarked;
