/// The account service.
@NullMarked
package dev.slipway.backend;

import org.jspecify.annotations.NullMarked;
