package dev.slipway.backend.user;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.access.UserSessions;
import dev.slipway.backend.audit.AuditAction;
import dev.slipway.backend.audit.AuditTrail;
import dev.slipway.backend.database.StatementFailure;
import dev.slipway.backend.database.Transactions;
import dev.slipway.backend.problem.Fault;
import dev.slipway.backend.problem.Refusal;
import dev.slipway.backend.version.Versions;
import dev.slipway.model.user.Role;
import dev.slipway.model.user.User;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes and changes users, and sees to it that an administrator stays.
@Singleton
final class UserStore {
    private static final String INSERT =
            "insert into users (username, email, role, phone, hashed_password) values (?, ?, ?, ?, ?) returning id";
    private static final String CHANGE =
            "update users set username = ?, email = ?, role = ?, phone = ?, active = ? where id = ?";

    /// Those who could leave the company without an administrator come one after the other.
    private static final String LOCK = "select 1 from users where id = ? or role = 'admin' order by id for update";

    /// One who has no password cannot sign in.
    private static final String OTHERS = "select 1 from users"
            + " where role = 'admin' and active and hashed_password is not null and id <> ? limit 1";

    private final UserRepository users;
    private final Transactions transactions;
    private final UserSessions sessions;
    private final AuditTrail trail;

    UserStore(UserRepository users, Transactions transactions, UserSessions sessions, AuditTrail trail) {
        this.users = users;
        this.transactions = transactions;
        this.sessions = sessions;
        this.trail = trail;
    }

    User read(long id) {
        return users.findById(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "there is no user %d".formatted(id)));
    }

    User create(NewUser user, @Nullable String hash, Caller caller) {
        return changing(connection -> {
            sessions.mustGoOn(caller);
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                statement.setString(1, composed(user.username()));
                statement.setString(2, composed(user.email()));
                statement.setString(3, user.role());
                statement.setString(4, user.phone());
                statement.setString(5, hash);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    long id = row.getLong(1);
                    trail.add(AuditAction.USER_MADE, caller.id(), id, user.role());
                    return read(id);
                }
            }
        });
    }

    User change(long id, UserChange change, Versions seen, Caller caller) {
        return changing(connection -> {
            User before = locked(connection, id);
            sessions.mustGoOn(caller);
            if (!caller.isAdmin() && !change.keepsStanding(before)) {
                throw Caller.refused("only administrators change name, role and activity");
            }
            seen.mustHold(Versions.tag(before.version()));
            if (!change.leavesAdministrator()) {
                mustLeaveAdministrator(connection, before);
            }
            write(connection, id, change);
            return noted(before, read(id), caller);
        });
    }

    User deactivate(long id, Versions seen, Caller caller) {
        return changing(connection -> {
            User before = locked(connection, id);
            sessions.mustGoOn(caller);
            seen.mustHold(Versions.tag(before.version()));
            mustLeaveAdministrator(connection, before);
            write(connection, id, UserChange.inactive(before));
            return noted(before, read(id), caller);
        });
    }

    private User noted(User before, User after, Caller caller) {
        long id = Objects.requireNonNull(after.id());
        if (before.role() != after.role()) {
            trail.add(
                    AuditAction.ROLE_CHANGE,
                    caller.id(),
                    id,
                    "%s -> %s".formatted(before.role().word(), after.role().word()));
        }
        if (before.active() != after.active()) {
            trail.add(after.active() ? AuditAction.ACTIVATION : AuditAction.DEACTIVATION, caller.id(), id, null);
        }
        return after;
    }

    private User locked(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, id);
            statement.execute();
        }
        return read(id);
    }

    private static void mustLeaveAdministrator(Connection connection, User before) throws SQLException {
        if (before.role() != Role.ADMIN || !before.active()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
            statement.setLong(1, Objects.requireNonNull(before.id()));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new HttpStatusException(
                            HttpStatus.CONFLICT, "this is the last administrator; make another one first");
                }
            }
        }
    }

    private static void write(Connection connection, long id, UserChange change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHANGE)) {
            statement.setString(1, composed(change.username()));
            statement.setString(2, composed(change.email()));
            statement.setString(3, change.role());
            statement.setString(4, change.phone());
            statement.setObject(5, change.active());
            statement.setLong(6, id);
            statement.executeUpdate();
        }
    }

    /// The same letters are kept as the same characters (NFC).
    private static String composed(@Nullable String text) {
        return Normalizer.normalize(Objects.requireNonNull(text), Normalizer.Form.NFC);
    }

    /// Names the field whose value another user has.
    private User changing(Transactions.Work<User> work) {
        try {
            return transactions.run(work);
        } catch (StatementFailure failure) {
            throw switch (failure.constraint().orElse("")) {
                case "users_username_key", "users_username_folded_key" -> taken("username");
                case "users_email_key", "users_email_folded_key" -> taken("email");
                default -> failure;
            };
        }
    }

    private static Refusal taken(String field) {
        return Refusal.of(HttpStatus.CONFLICT, List.of(new Fault(field, "belongs to another user")));
    }
}
