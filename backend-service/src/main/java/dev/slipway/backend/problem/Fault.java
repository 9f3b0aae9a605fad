package dev.slipway.backend.problem;

import io.micronaut.serde.annotation.Serdeable;

/// One thing that is wrong with a request.
///
/// @param field where, for example `email`
/// @param message what would be right, for example `must be an address`
@Serdeable
public record Fault(String field, String message) {}
