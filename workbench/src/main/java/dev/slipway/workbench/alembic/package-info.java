/// Turns the revisions of Alembic into scripts, and finds where Alembic left a database.
@NullMarked
package dev.slipway.workbench.alembic;

import org.jspecify.annotations.NullMarked;
