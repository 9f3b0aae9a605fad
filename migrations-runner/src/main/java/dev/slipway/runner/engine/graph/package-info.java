/// The graph of revisions, and what can be asked of it without a database.
@NullMarked
package dev.slipway.runner.engine.graph;

import org.jspecify.annotations.NullMarked;
