/// The gate between this service and a schema it was not built for.
@NullMarked
package dev.slipway.backend.schema;

import org.jspecify.annotations.NullMarked;
