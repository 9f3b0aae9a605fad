/// The helper for the tests of others, on the server of our own.
@NullMarked
package dev.slipway.runner.testing;

import org.jspecify.annotations.NullMarked;
