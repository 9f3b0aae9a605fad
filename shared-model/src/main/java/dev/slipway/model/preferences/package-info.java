/// What a user prefers.
@NullMarked
package dev.slipway.model.preferences;

import org.jspecify.annotations.NullMarked;
