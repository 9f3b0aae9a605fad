/// What the tests of the database side share.
@NullMarked
package dev.slipway.runner.postgres;

import org.jspecify.annotations.NullMarked;
