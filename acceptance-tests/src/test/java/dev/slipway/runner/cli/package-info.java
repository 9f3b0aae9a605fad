/// Whole runs, from arguments to exit code.
@NullMarked
package dev.slipway.runner.cli;

import org.jspecify.annotations.NullMarked;
