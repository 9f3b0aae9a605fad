package dev.slipway.backend.problem;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;

/// One thing that is wrong with a request.
///
/// @param field where, for example `email`
/// @param message what would be right, for example `must be an address`
@Serdeable
public record Fault(String field, String message) {
    static final Comparator<Fault> ORDER = Comparator.comparing(Fault::field).thenComparing(Fault::message);
}
