package dev.slipway.runner.postgres.sql;

import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.UnavailableReason;
import java.time.Duration;
import java.util.List;

/// The database was not reachable in time, or is not usable.
///
/// @param database the address without secrets, for example `app on db:5432`
/// @param said who said what at the last attempt that had time to find out, one line: `server: the database system is
/// starting up`
/// @param waited how long was waited in all
public record DatabaseUnavailable(String database, UnavailableReason reason, String said, Duration waited, int attempts)
        implements DatabaseFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.DATABASE_UNAVAILABLE;
    }

    @Override
    public String message() {
        return "database %s is not usable: %s".formatted(database, reason.words());
    }

    @Override
    public List<String> details() {
        return said.isEmpty() ? List.of() : List.of(said);
    }

    @Override
    public String state() {
        return "nothing was changed; gave up after %s and %s"
                .formatted(Durations.text(waited), Plural.of(attempts, "attempt"));
    }

    @Override
    public String help() {
        return reason.help();
    }
}
