/// What each user prefers.
@NullMarked
package dev.slipway.backend.preferences;

import org.jspecify.annotations.NullMarked;
