/// What the commands do on a real database: what all tests of commands share.
@NullMarked
package dev.slipway.runner.acceptance;

import org.jspecify.annotations.NullMarked;
