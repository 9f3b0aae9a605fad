/// What the distribution needs when it is put together.
@NullMarked
package dev.slipway.distribution;

import org.jspecify.annotations.NullMarked;
