package dev.slipway.backend.command;

import dev.slipway.backend.database.Database;
import dev.slipway.backend.setting.SettingException;
import dev.slipway.backend.setting.Settings;
import dev.slipway.gate.GateState;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// `status` tells how the schema is, and `unlock NAME` lets a user sign in again, for an administrator who is the only
/// one and failed too often.
public final class ServiceCommands {
    private static final String UNLOCK = """
            with unlocked as (
                update users set failed_login_attempts = 0, locked_until = null
                where lower(normalize(username)) = lower(normalize(?))
                returning id
            ),
            devices as (
                update sign_in_devices set failed_attempts = 0, locked_until = null
                where user_id in (select id from unlocked)
            )
            insert into audit_trail (action, subject_id, detail) select 'unlock', id, 'by command' from unlocked
            returning subject_id
            """;

    private final Database database;
    private final TerminalSafeOutput out;

    public ServiceCommands(Settings settings, PrintStream out) {
        this.database = new Database(settings);
        this.out = new TerminalSafeOutput(out);
    }

    /// Runs a command and tells how the schema is.
    public GateState run(List<String> arguments) {
        SchemaStatus status = new SchemaStatus(database, out);
        if (arguments.equals(List.of("status"))) {
            return status.print();
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("unlock")) {
            unlock(arguments.getLast());
            return status.read();
        }
        throw new SettingException("give no argument, check-settings, status, or unlock NAME");
    }

    private void unlock(String name) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(UNLOCK)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SettingException("there is no user \"%s\"; nothing was changed".formatted(name));
                }
                out.println("\"%s\" may sign in again".formatted(name));
            }
        } catch (SQLException e) {
            throw new SettingException("nothing was changed: %s"
                    .formatted(
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }
}
