/// The commands and options that the workbench adds to those of the runner.
@NullMarked
package dev.slipway.workbench.command;

import org.jspecify.annotations.NullMarked;
