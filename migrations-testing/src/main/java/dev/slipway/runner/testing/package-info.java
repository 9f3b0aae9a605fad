/// Databases at any revision for the tests of a service; published in a jar of its own.
@NullMarked
package dev.slipway.runner.testing;

import org.jspecify.annotations.NullMarked;
