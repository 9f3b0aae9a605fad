package dev.slipway.backend.schema;

import dev.slipway.backend.problem.Explanation;
import dev.slipway.gate.GateState;
import dev.slipway.gate.micronaut.ServiceGate;
import io.micronaut.data.connection.exceptions.ConnectionException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/// Knows failures of statements that do not fit the schema any more, since the gate looks at it only now and then.
///
/// Such a failure makes the gate look at once, so that the client is told the true reason.
@Singleton
final class SchemaFailures implements Explanation {
    /// No such table, column, function or object, no right to it, and a cached plan of before.
    private static final Set<String> CERTAIN = Set.of("42P01", "42703", "42883", "42704", "42501", "0A000");

    /// A value, a row or a statement that the schema does not take, which a newer one may be the reason of.
    private static final Set<String> POSSIBLE = Set.of("22", "23", "42");

    private final ServiceGate gate;

    SchemaFailures(ServiceGate gate) {
        this.gate = gate;
    }

    @Override
    public Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                String state = String.valueOf(e.getSQLState());
                if (CERTAIN.contains(state)) {
                    return Optional.of(closed().orElse("the schema changes at this moment"));
                }
                if (POSSIBLE.stream().anyMatch(state::startsWith)) {
                    return closed();
                }
            }
            // the pool drops the connection of a cached plan, and what ends the transaction hides why it failed
            if (cause instanceof ConnectionException) {
                return closed();
            }
        }
        return Optional.empty();
    }

    private Optional<String> closed() {
        GateState state = gate.lookAgain();
        return state.isOpen() ? Optional.empty() : Optional.of(state.summary());
    }
}
