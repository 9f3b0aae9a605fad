package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.manifest.ManifestFile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a run is to be held to what was proved.
///
/// @param acceptDrift whether to go on if the schema is not the proved one
/// @param maxLock how long a script may lock a table by what was proved of it, or null if that does not matter
public record ProofRequest(
        ManifestFile manifest,
        boolean acceptDrift,
        @Nullable Duration maxLock) {
    /// However long a script locks a table.
    public ProofRequest(ManifestFile manifest, boolean acceptDrift) {
        this(manifest, acceptDrift, null);
    }

    /// The same for scripts that may lock a table so long.
    public ProofRequest within(@Nullable Duration limit) {
        return new ProofRequest(manifest, acceptDrift, limit);
    }
}
