package dev.slipway.runner.engine.downgrade;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.loss.Loss;
import java.util.List;

/// Where the agreement to a downgrade comes from.
@FunctionalInterface
public interface Consent {
    /// Comes back if somebody agreed.
    ///
    /// @throws SlipwayException with `ConsentMissing` if not
    void ask(String database, List<Version> versions, List<Loss> losses);
}
