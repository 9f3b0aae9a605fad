/// Sign-in: tokens, lockout, and the first administrator.
@NullMarked
package dev.slipway.backend.auth;

import org.jspecify.annotations.NullMarked;
