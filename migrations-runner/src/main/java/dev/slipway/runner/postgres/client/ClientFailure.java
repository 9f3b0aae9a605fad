package dev.slipway.runner.postgres.client;

import dev.slipway.runner.model.failure.Failure;

/// Why PostgreSQL's own programs did not do what was asked of them.
public sealed interface ClientFailure extends Failure permits ClientFailed, ClientMissing, ClientUnfit {}
