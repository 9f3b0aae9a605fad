package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.failure.Failure;

/// Why revisions of Alembic cannot be imported.
public sealed interface ImportFailure extends Failure permits AlembicIncomplete, ScriptsExist {}
