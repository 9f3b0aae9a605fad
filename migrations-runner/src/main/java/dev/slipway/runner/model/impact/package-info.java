/// How long scripts would keep others waiting on a database.
@NullMarked
package dev.slipway.runner.model.impact;

import org.jspecify.annotations.NullMarked;
