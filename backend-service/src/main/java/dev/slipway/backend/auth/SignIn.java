package dev.slipway.backend.auth;

import dev.slipway.backend.audit.AuditAction;
import dev.slipway.backend.audit.AuditTrail;
import dev.slipway.backend.password.PasswordHasher;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// Decides who is let in, and does not let those outside tell why they are not.
@Singleton
final class SignIn {
    /// Verifying takes less than this, so all failures take the same time whoever was named.
    private static final Duration FAILURE_TAKES = Duration.ofMillis(500);

    private final AccountRepository accounts;
    private final PasswordHasher passwords;
    private final AuditTrail trail;
    private final SignInCounts counts;

    SignIn(AccountRepository accounts, PasswordHasher passwords, AuditTrail trail, SignInCounts counts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.trail = trail;
        this.counts = counts;
    }

    /// The account, if it may be signed in to now and this is its password; it has a hash of today's kind then.
    Optional<Account> attempt(String username, String password, Device device) {
        long start = System.nanoTime();
        Optional<Account> claimed = accounts.find(username).flatMap(id -> accounts.claim(id, device));
        Optional<Account> account = verified(claimed, password, device);
        if (account.isPresent()) {
            trail.add(AuditAction.SIGN_IN, account.get().id(), account.get().id(), null);
            counts.succeed();
        } else {
            counts.fail();
            pause(FAILURE_TAKES.minusNanos(System.nanoTime() - start));
        }
        return account;
    }

    /// The account of a user who wants another password, if this is the present one; a wrong one counts as a failed
    /// sign-in.
    Optional<Account> confirm(long id, String password, Device device) {
        return verified(accounts.claim(id, device), password, device);
    }

    private Optional<Account> verified(Optional<Account> claimed, String password, Device device) {
        boolean right = passwords.matches(password, claimed.map(Account::hash).orElse(null));
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        Account account = claimed.get();
        if (!right) {
            if (account.locked()) {
                trail.add(AuditAction.LOCKOUT, account.id());
                counts.lock();
            }
            return Optional.empty();
        }
        String hash = Objects.requireNonNull(account.hash());
        String renewed = passwords.isCurrent(hash) ? hash : passwords.hash(password);
        return accounts.succeed(account, hash, renewed, device);
    }

    private static void pause(Duration duration) {
        if (duration.isPositive()) {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
