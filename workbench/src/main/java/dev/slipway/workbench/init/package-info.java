/// Writes what a service of one's own needs to run Slipway.
@NullMarked
package dev.slipway.workbench.init;

import org.jspecify.annotations.NullMarked;
