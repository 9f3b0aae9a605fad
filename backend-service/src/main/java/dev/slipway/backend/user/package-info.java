/// Listing and reading users.
@NullMarked
package dev.slipway.backend.user;

import org.jspecify.annotations.NullMarked;
