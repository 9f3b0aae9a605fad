/// The commands, one per file: options in, one call of the engine, one report out.
@NullMarked
package dev.slipway.runner.command;

import org.jspecify.annotations.NullMarked;
