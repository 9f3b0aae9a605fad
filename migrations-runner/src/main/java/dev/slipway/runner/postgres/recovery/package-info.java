/// What a statement that runs in no transaction leaves when it is cut off, and what mends that.
@NullMarked
package dev.slipway.runner.postgres.recovery;

import org.jspecify.annotations.NullMarked;
