/// Tests of what commands print.
@NullMarked
package dev.slipway.runner.command;

import org.jspecify.annotations.NullMarked;
