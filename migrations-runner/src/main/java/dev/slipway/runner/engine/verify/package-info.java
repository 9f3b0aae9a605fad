/// Tells whether a database can serve the model of a service, without changing anything.
@NullMarked
package dev.slipway.runner.engine.verify;

import org.jspecify.annotations.NullMarked;
