/// What the environment says.
@NullMarked
package dev.slipway.backend.setting;

import org.jspecify.annotations.NullMarked;
