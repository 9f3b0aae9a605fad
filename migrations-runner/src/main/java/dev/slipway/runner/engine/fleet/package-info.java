/// Does the same for each of many tenants, several at once.
@NullMarked
package dev.slipway.runner.engine.fleet;

import org.jspecify.annotations.NullMarked;
