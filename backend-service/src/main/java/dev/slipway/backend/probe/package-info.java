/// The health check that a container without shell or curl can run.
@NullMarked
package dev.slipway.backend.probe;

import org.jspecify.annotations.NullMarked;
