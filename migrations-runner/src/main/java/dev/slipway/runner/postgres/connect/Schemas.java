package dev.slipway.runner.postgres.connect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of the schemas of a database.
///
/// @param current the one to work in, whatever the search path says, or null if that decides
/// @param made those that are made before the first script if they are missing, besides the one of the history
public record Schemas(@Nullable String current, List<String> made) {
    /// The search path decides.
    public static final Schemas UNSAID = new Schemas(null, List.of());

    public Schemas {
        made = List.copyOf(made);
    }
}
