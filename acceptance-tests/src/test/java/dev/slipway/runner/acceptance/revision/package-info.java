/// `revision` and `merge`.
@NullMarked
package dev.slipway.runner.acceptance.revision;

import org.jspecify.annotations.NullMarked;
