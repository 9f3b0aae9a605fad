package dev.slipway.backend.auth;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.access.UserSessions;
import dev.slipway.backend.audit.AuditAction;
import dev.slipway.backend.audit.AuditTrail;
import dev.slipway.backend.database.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Gives tokens for a refresh token, as long as its session goes on.
///
/// A refresh token is good once. One that comes again was in two hands, so that neither of them goes on without a
/// sign-in (RFC 9700, 4.14.2).
@Singleton
final class SessionRenewal {
    private final DeviceRepository devices;
    private final UserSessions sessions;
    private final Tokens tokens;
    private final AuditTrail trail;
    private final Transactions transactions;

    SessionRenewal(
            DeviceRepository devices,
            UserSessions sessions,
            Tokens tokens,
            AuditTrail trail,
            Transactions transactions) {
        this.devices = devices;
        this.sessions = sessions;
        this.tokens = tokens;
        this.trail = trail;
        this.transactions = transactions;
    }

    Optional<SignedIn> renew(RefreshToken refresh) {
        return transactions.run(_ -> {
            if (!sessions.goOn(new Caller(refresh.user(), refresh.role(), refresh.session()))) {
                return Optional.empty();
            }
            Instant now = Device.now();
            if (devices.renew(refresh.device(), refresh.user(), refresh.moment(), now) == 1) {
                return Optional.of(tokens.give(refresh.next(now)));
            }
            if (devices.end(refresh.device(), refresh.user(), now) == 1) {
                trail.add(AuditAction.OLD_REFRESH_TOKEN, refresh.user());
            }
            return Optional.empty();
        });
    }
}
