/// Who did what to whom, for good.
@NullMarked
package dev.slipway.backend.audit;

import org.jspecify.annotations.NullMarked;
