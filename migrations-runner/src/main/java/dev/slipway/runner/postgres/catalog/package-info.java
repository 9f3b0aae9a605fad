/// Questions to PostgreSQL's catalog.
@NullMarked
package dev.slipway.runner.postgres.catalog;

import org.jspecify.annotations.NullMarked;
