/// Tells how long a run would keep others waiting on a database: what was proved of the scripts, and the sizes there.
@NullMarked
package dev.slipway.runner.engine.impact;

import org.jspecify.annotations.NullMarked;
