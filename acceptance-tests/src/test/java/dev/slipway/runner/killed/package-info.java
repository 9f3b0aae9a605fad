/// The runner is killed in the middle of its work, and has to need nobody afterwards.
@NullMarked
package dev.slipway.runner.killed;

import org.jspecify.annotations.NullMarked;
