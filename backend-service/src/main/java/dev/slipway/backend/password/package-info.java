/// Hashes of passwords, the service's own and those of older applications.
@NullMarked
package dev.slipway.backend.password;

import org.jspecify.annotations.NullMarked;
