/// What the operating system sees: arguments, streams, signals and the exit code.
@NullMarked
package dev.slipway.runner.cli;

import org.jspecify.annotations.NullMarked;
