/// The programs as single containers against one PostgreSQL.
@NullMarked
package dev.slipway.systemtests.database;

import org.jspecify.annotations.NullMarked;
