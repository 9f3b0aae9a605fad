/// Databases that others are copied from; no part of the production runner.
@NullMarked
package dev.slipway.runner.postgres.template;

import org.jspecify.annotations.NullMarked;
