/// What a client is told when a request fails.
@NullMarked
package dev.slipway.backend.problem;

import org.jspecify.annotations.NullMarked;
