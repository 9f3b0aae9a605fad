package dev.slipway.runner.postgres.client;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.Session;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What PostgreSQL's programs are given: what this process has, without what is meant for Slipway or holds a
/// secret, and the address of a session.
final class ClientEnvironment {
    private static final List<String> KEPT_BACK = List.of("PG", "DATABASE_", "SLIPWAY_", "FLYWAY_");

    private ClientEnvironment() {}

    /// Without an address.
    static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.keySet().removeIf(name -> KEPT_BACK.stream().anyMatch(name::startsWith));
        // what it says is read, and shown
        variables.put("LC_ALL", "C");
        return variables;
    }

    /// @param program that is about to be started
    static Map<String, String> of(Map<String, String> environment, Session session, String program) {
        Map<String, String> variables = of(environment);
        try {
            variables.putAll(session.origin().clientVariables());
        } catch (IOException e) {
            throw new SlipwayException(
                    new ClientFailed(program, List.of("the password cannot be read: " + e), "nothing was changed"), e);
        }
        return variables;
    }
}
