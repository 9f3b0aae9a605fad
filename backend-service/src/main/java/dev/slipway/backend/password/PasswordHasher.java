package dev.slipway.backend.password;

import dev.slipway.backend.problem.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hashes new passwords with Argon2id, and verifies these and the hashes of older applications.
///
/// Each hash takes a core and much memory, so that only as many are computed at once as there are cores.
@Singleton
public final class PasswordHasher {
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;
    private static final int MOST_AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 5;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places =
            new Semaphore(Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors()), true);
    private final Verifier nobody = Argon2id.of("", new byte[SALT_LENGTH], HASH_LENGTH);

    /// A hash to store.
    public String hash(String password) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return withPlace(() -> Argon2id.of(password, salt, HASH_LENGTH).text());
    }

    /// Whether the password is the one that was hashed. Takes its time as well if nothing was.
    public boolean matches(String password, @Nullable String stored) {
        Optional<Verifier> verifier = Optional.ofNullable(stored).flatMap(Verifier::of);
        return withPlace(() -> verifier.orElse(nobody).matches(password)) && verifier.isPresent();
    }

    /// Whether a stored hash is as good as a new one would be.
    public boolean isCurrent(String stored) {
        return Verifier.of(stored).orElse(nobody) instanceof Argon2id argon2id
                && argon2id.cost().equals(Argon2id.Cost.OURS);
    }

    private <T> T withPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static Refusal busy() {
        return Refusal.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too many people sign in at this moment",
                Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }
}
