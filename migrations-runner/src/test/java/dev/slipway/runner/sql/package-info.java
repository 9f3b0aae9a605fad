/// Tests of the lexer, beside the one that compares it with `psql`.
@NullMarked
package dev.slipway.runner.sql;

import org.jspecify.annotations.NullMarked;
