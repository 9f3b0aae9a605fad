/// How lines of the log are written.
@NullMarked
package dev.slipway.backend.log;

import org.jspecify.annotations.NullMarked;
