package dev.slipway.runner.postgres.flyway;

import java.util.List;

/// A script that cannot be split into statements.
public final class SqlParseException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    SqlParseException(List<Fault> faults) {
        super(faults.getFirst().what());
        this.faults = List.copyOf(faults);
    }

    /// @param line counted from 1
    public record Fault(int line, String what, String help) {}

    /// All reasons, at least one.
    public List<Fault> faults() {
        return faults;
    }
}
