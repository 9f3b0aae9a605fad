/// Realistic changes of a schema, each with what is expected of its proof.
@NullMarked
package dev.slipway.workbench.changes;

import org.jspecify.annotations.NullMarked;
