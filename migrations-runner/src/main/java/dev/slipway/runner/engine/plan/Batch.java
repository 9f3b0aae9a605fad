package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.batch.BatchSettings;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.sql.DataChange;

/// A script that is one change of data and runs in batches.
public record Batch(BatchSettings settings, Statement statement, DataChange change) {}
