/// The gate between a service on Micronaut and a schema that it was not built for.
@NullMarked
package dev.slipway.gate.micronaut;

import org.jspecify.annotations.NullMarked;
