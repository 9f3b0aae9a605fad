/// Whether the service lives, and whether it is ready.
@NullMarked
package dev.slipway.backend.health;

import org.jspecify.annotations.NullMarked;
