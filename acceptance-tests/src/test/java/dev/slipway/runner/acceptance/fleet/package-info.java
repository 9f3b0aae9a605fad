/// Commands for many tenants.
@NullMarked
package dev.slipway.runner.acceptance.fleet;

import org.jspecify.annotations.NullMarked;
