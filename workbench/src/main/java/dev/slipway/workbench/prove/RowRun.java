package dev.slipway.workbench.prove;

import dev.slipway.runner.model.schema.Schema;
import org.jspecify.annotations.Nullable;

/// What a run on tables with rows showed.
///
/// @param made the schema after the script, or null if it was not looked at
record RowRun(@Nullable Schema made, Evidence evidence) {}
