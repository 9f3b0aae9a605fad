/// Takes revisions back.
@NullMarked
package dev.slipway.runner.engine.downgrade;

import org.jspecify.annotations.NullMarked;
