/// What clients saw, so that nobody overwrites what they did not see.
@NullMarked
package dev.slipway.backend.version;

import org.jspecify.annotations.NullMarked;
