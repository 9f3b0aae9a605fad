/// `import-alembic`, and projects that come from Alembic.
@NullMarked
package dev.slipway.runner.acceptance.alembic;

import org.jspecify.annotations.NullMarked;
