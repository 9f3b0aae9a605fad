/// The reference scripts, run by hand on a real PostgreSQL.
@NullMarked
package dev.slipway.backend.scripts;

import org.jspecify.annotations.NullMarked;
