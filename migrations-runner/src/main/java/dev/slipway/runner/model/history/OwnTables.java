package dev.slipway.runner.model.history;

import java.util.List;

/// What the tables are called that Slipway keeps in a database: the history, and what stands beside it.
public final class OwnTables {
    private OwnTables() {}

    /// As they are meant; PostgreSQL cuts what is longer than its names can be.
    public static List<String> beside(String history) {
        return List.of(history, fingerprint(history), batch(history));
    }

    public static String fingerprint(String history) {
        return history + "_fingerprint";
    }

    public static String batch(String history) {
        return history + "_batch";
    }
}
