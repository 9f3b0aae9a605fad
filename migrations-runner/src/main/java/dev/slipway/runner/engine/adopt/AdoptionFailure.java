package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.model.failure.Failure;

/// Why revisions cannot be recorded without running them.
public sealed interface AdoptionFailure extends Failure
        permits AdoptionAmbiguous,
                AdoptionContradicted,
                AdoptionNeedless,
                AdoptionUnmatched,
                AlembicRevisionsUnknown,
                AlembicUnused,
                StampContradicted {}
