/// Writes backups with PostgreSQL's own programs, and restores them.
@NullMarked
package dev.slipway.runner.engine.backup;

import org.jspecify.annotations.NullMarked;
