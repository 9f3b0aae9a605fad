package dev.slipway.backend.problem;

import java.util.Optional;

/// A feature that knows why a request failed by no fault of its own, and that it may be sent again.
@FunctionalInterface
public interface Explanation {
    /// What to tell the client, if this failure is one of those.
    Optional<String> of(Throwable failure);
}
