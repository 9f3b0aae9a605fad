package dev.slipway.backend.auth;

import dev.slipway.backend.audit.AuditAction;
import dev.slipway.backend.audit.AuditTrail;
import dev.slipway.backend.database.Transactions;
import dev.slipway.backend.password.CommonPasswords;
import dev.slipway.backend.password.PasswordHasher;
import dev.slipway.backend.setting.SettingException;
import dev.slipway.backend.setting.Settings;
import dev.slipway.gate.micronaut.StartupTask;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the administrator `admin`, once, in a database that has none; never changes one that is there.
@Singleton
final class FirstAdministrator implements StartupTask {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String SOME = "select exists (select from users where role = 'admin')";

    /// All replicas insert the same name, so the unique constraint lets the first of them win.
    private static final String INSERT = """
            insert into users (username, email, hashed_password, role)
            select 'admin', ?, ?, 'admin'
            where not exists (select from users where role = 'admin')
            on conflict do nothing
            returning id
            """;

    private static final int RANDOM_BYTES = 18;

    private final Transactions transactions;
    private final PasswordHasher passwords;
    private final AuditTrail trail;
    private final String email;
    private final Optional<String> given;

    FirstAdministrator(Transactions transactions, PasswordHasher passwords, AuditTrail trail, Settings settings) {
        this.transactions = transactions;
        this.trail = trail;
        this.passwords = passwords;
        this.email = settings.text("ADMIN_EMAIL").orElse("admin@localhost").strip();
        this.given = settings.content("ADMIN_PASSWORD_FILE").or(() -> settings.text("ADMIN_PASSWORD"));
        given.ifPresent(FirstAdministrator::mustDo);
        given.ifPresent(password -> settings.mustBeOwn("ADMIN_PASSWORD", password));
    }

    private static void mustDo(String password) {
        if (password.length() < NewPassword.LEAST) {
            throw new SettingException(
                    "ADMIN_PASSWORD is too short; give at least %d characters".formatted(NewPassword.LEAST));
        }
        if (CommonPasswords.contain(password)) {
            throw new SettingException("ADMIN_PASSWORD is one of those that are tried first; give another one");
        }
    }

    @Override
    public void prepare() {
        if (transactions.run(FirstAdministrator::hasSome)) {
            return;
        }
        String password = given.orElseGet(FirstAdministrator::random);
        String hash = passwords.hash(password);
        if (transactions.run(connection -> inserted(connection, hash))) {
            if (given.isPresent()) {
                LOG.info("first administrator: \"admin\" with the password that was given");
            } else {
                LOG.info("first administrator: \"admin\" with the password \"{}\", shown only here", password);
            }
        } else if (!transactions.run(FirstAdministrator::hasSome)) {
            LOG.warn("no administrator: the name \"admin\" or the address \"{}\" belongs to another user", email);
        }
    }

    private boolean inserted(Connection connection, String hash) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, email);
            statement.setString(2, hash);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                trail.add(AuditAction.FIRST_ADMINISTRATOR, row.getLong(1));
                return true;
            }
        }
    }

    private static boolean hasSome(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SOME);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
