/// Reads and writes what was proved of the scripts, and holds scripts and schemas to it.
@NullMarked
package dev.slipway.runner.engine.manifest;

import org.jspecify.annotations.NullMarked;
