/// What `drift` does with the workbench.
@NullMarked
package dev.slipway.workbench.drift;

import org.jspecify.annotations.NullMarked;
