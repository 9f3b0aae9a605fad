/// What services show beside a change.
@NullMarked
package dev.slipway.runner.acceptance.review;

import org.jspecify.annotations.NullMarked;
