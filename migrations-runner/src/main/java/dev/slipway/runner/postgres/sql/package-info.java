/// SQL as text: quoting, and statements kept as resources.
@NullMarked
package dev.slipway.runner.postgres.sql;

import org.jspecify.annotations.NullMarked;
