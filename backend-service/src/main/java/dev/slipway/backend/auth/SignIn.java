package dev.slipway.backend.auth;

import dev.slipway.backend.password.Passwords;
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
    private final Passwords passwords;

    SignIn(AccountRepository accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /// The account, if it may be signed in to now and this is its password; it has a hash of today's kind then.
    Optional<Account> attempt(String username, String password) {
        long start = System.nanoTime();
        Optional<Account> account = verified(accounts.claim(username), password);
        if (account.isEmpty()) {
            pause(FAILURE_TAKES.minusNanos(System.nanoTime() - start));
        }
        return account;
    }

    /// Whether this is the present password of a user who wants another one; a wrong one counts as a failed sign-in.
    boolean confirms(long id, String password) {
        return verified(accounts.claim(id), password).isPresent();
    }

    private Optional<Account> verified(Optional<Account> claimed, String password) {
        boolean right = passwords.matches(password, claimed.map(Account::hash).orElse(null));
        if (claimed.isEmpty() || !right) {
            return Optional.empty();
        }
        Account account = claimed.get();
        String hash = Objects.requireNonNull(account.hash());
        accounts.succeed(account, passwords.isCurrent(hash) ? hash : passwords.hash(password));
        return claimed;
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
