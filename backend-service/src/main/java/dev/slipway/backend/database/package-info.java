/// Where the database is, and connections to it.
@NullMarked
package dev.slipway.backend.database;

import org.jspecify.annotations.NullMarked;
