/// What was done to accounts.
@NullMarked
package dev.slipway.model.audit;

import org.jspecify.annotations.NullMarked;
