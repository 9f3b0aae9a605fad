/// Tables as far as entities can express them.
@NullMarked
package dev.slipway.runner.model.table;

import org.jspecify.annotations.NullMarked;
