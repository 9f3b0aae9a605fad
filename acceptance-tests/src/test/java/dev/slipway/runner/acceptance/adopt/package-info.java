/// `adopt` and `stamp`.
@NullMarked
package dev.slipway.runner.acceptance.adopt;

import org.jspecify.annotations.NullMarked;
