/// What was proved of scripts, whether that still holds for them, and whether a schema and a run agree with it.
@NullMarked
package dev.slipway.runner.engine.proof;

import org.jspecify.annotations.NullMarked;
