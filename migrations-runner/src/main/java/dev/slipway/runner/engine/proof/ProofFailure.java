package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.failure.Failure;

/// How scripts or a schema are not as they were proved.
public sealed interface ProofFailure extends Failure
        permits AcceptanceNotKept,
                NewerSchema,
                ProofMissing,
                ResultUnproved,
                SchemaDrifted,
                SchemaUnknown,
                ScriptsUnproved {}
