/// Turns the revisions of Alembic into scripts, and finds where Alembic left a database.
@NullMarked
package dev.slipway.runner.engine.alembic;

import org.jspecify.annotations.NullMarked;
