/// A PostgreSQL that comes with the workbench.
@NullMarked
package dev.slipway.workbench.server;

import org.jspecify.annotations.NullMarked;
