@NullMarked
package dev.slipway.workbench.diff;

import org.jspecify.annotations.NullMarked;
