/// The way to the server: settings, one connection, and why it could not be had.
@NullMarked
package dev.slipway.runner.postgres.connect;

import org.jspecify.annotations.NullMarked;
