package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.postgres.sql.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of the schemas of a database.
///
/// @param current the one to work in, whatever the search path says, or null if that decides
/// @param made those that are made before the first script if they are missing, besides the one of the history
/// @param listed whether the current one was found in the database: if it is missing it was dropped, and is not made
public record Schemas(@Nullable String current, List<String> made, boolean listed) {
    /// The search path decides.
    public static final Schemas UNSAID = new Schemas(null, List.of());

    public Schemas {
        made = List.copyOf(made);
    }

    /// The current one is made if it is missing.
    public Schemas(@Nullable String current, List<String> made) {
        this(current, made, false);
    }

    /// The statement, ending in `; `, that puts the current schema before those of the search path, or an empty text.
    String first() {
        return current == null
                ? ""
                : "select set_config('search_path', concat_ws(', ', %s, nullif(current_setting('search_path'), '')), false); "
                        .formatted(Quote.literal(Quote.identifier(current)));
    }
}
