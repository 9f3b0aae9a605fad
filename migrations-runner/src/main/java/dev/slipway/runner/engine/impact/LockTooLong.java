package dev.slipway.runner.engine.impact;

import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.impact.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A script would lock tables for longer than a run may.
///
/// @param script its path in the location
/// @param impacts what takes so long
public record LockTooLong(String script, Duration limit, List<TableLocked> tables, List<Impact> impacts)
        implements ImpactFailure {
    /// @param time how long the table would be locked by one transaction
    public record TableLocked(String table, TimeRange time) {}

    public LockTooLong {
        tables = List.copyOf(tables);
        impacts = List.copyOf(impacts);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "%s would lock a table for longer than --max-lock, which is %s".formatted(script, Durations.text(limit));
    }

    @Override
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        tables.forEach(locked -> lines.add(
                "%s: locked for %s".formatted(locked.table(), locked.time().text())));
        impacts.forEach(impact -> lines.add("%s:%d: %s".formatted(impact.script(), impact.line(), impact.text())));
        return lines;
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "do it in steps that lock nothing for long (see docs/hazards), or run it while nobody needs the table, with"
                + " another --max-lock, or with its hazard and a reason in the header of the script (-- allow: CODE REASON)";
    }
}
