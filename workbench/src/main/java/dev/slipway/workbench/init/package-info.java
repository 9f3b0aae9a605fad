/// Writes the files a project needs to run Slipway.
@NullMarked
package dev.slipway.workbench.init;

import org.jspecify.annotations.NullMarked;
