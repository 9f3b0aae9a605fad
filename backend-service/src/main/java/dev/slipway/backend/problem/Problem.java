package dev.slipway.backend.problem;

import io.micronaut.serde.annotation.Serdeable;

/// The body of an answer that is not a success, as RFC 9457 describes it.
///
/// @param title the status in words
/// @param detail what was wrong with this request
@Serdeable
public record Problem(String title, int status, String detail) {}
