/// Fills tables with rows that are as awkward as their constraints allow.
@NullMarked
package dev.slipway.workbench.rows;

import org.jspecify.annotations.NullMarked;
