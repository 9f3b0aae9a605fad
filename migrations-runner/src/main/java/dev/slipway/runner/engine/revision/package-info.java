/// Writes new revisions.
@NullMarked
package dev.slipway.runner.engine.revision;

import org.jspecify.annotations.NullMarked;
