/// `plan`, and the scripts for `psql` that it writes.
@NullMarked
package dev.slipway.runner.acceptance.plan;

import org.jspecify.annotations.NullMarked;
