package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.NewRow;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a script under way came, to be written to the history.
///
/// @param row that says so
/// @param begun what there is of that row, or null if there is none yet
/// @param contracts the revisions that are contracts, if that changes
public record ScriptProgress(
        NewRow row, @Nullable BegunRow begun, Duration took, Optional<Collection<Version>> contracts) {}
