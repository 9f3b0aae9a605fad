package dev.slipway.backend.audit;

import dev.slipway.backend.access.ClientAddress;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Keeps who did what to whom, when and from where, in the transaction in which it is done.
@Singleton
public final class AuditTrail {
    private final AuditRepository entries;
    private final ClientAddress address;

    AuditTrail(AuditRepository entries, ClientAddress address) {
        this.entries = entries;
        this.address = address;
    }

    /// What a user did to another user, or to the user's own account.
    ///
    /// @param detail nothing secret, for example `member -> admin`
    public void add(AuditAction action, long actor, long subject, @Nullable String detail) {
        entries.add(action.words(), actor, subject, source(), detail);
    }

    /// What was done to a user by nobody who is known.
    public void add(AuditAction action, long subject) {
        entries.add(action.words(), null, subject, source(), null);
    }

    private @Nullable String source() {
        return ServerRequestContext.currentRequest()
                .map(address::of)
                .map(InetAddress::getHostAddress)
                .orElse(null);
    }
}
