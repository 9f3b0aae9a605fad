/// The records every part of the runner speaks in; this package imports nothing of the others.
@NullMarked
package dev.slipway.runner.model;

import org.jspecify.annotations.NullMarked;
