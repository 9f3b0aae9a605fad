/// Users: created, read, listed, changed and set inactive.
@NullMarked
package dev.slipway.backend.user;

import org.jspecify.annotations.NullMarked;
