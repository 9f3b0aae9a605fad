/// Writes the scripts that begin and end a bridge.
@NullMarked
package dev.slipway.workbench.bridge;

import org.jspecify.annotations.NullMarked;
