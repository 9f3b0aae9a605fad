package dev.slipway.runner.command;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import org.jspecify.annotations.Nullable;

/// Where a script begins and ends, as it was written.
///
/// @param from null if a database tells
record OfflineRange(@Nullable String from, String to) {
    /// @param target in Alembic's form `A:B`, or only where it ends
    static OfflineRange of(String target, OfflineOptions options) {
        String to = options.to == null ? target : options.to;
        int colon = to.indexOf(':');
        if (colon < 0) {
            return new OfflineRange(options.from, to);
        }
        if (options.from != null || colon == 0 || colon == to.length() - 1) {
            throw new SlipwayException(new UsageFailure(
                    "\"%s\" is not a target".formatted(to), "write base:head, or --from base --to head"));
        }
        return new OfflineRange(to.substring(0, colon), to.substring(colon + 1));
    }
}
