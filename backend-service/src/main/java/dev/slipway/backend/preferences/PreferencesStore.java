package dev.slipway.backend.preferences;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.access.UserSessions;
import dev.slipway.backend.database.Transactions;
import dev.slipway.backend.version.Versions;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.util.Objects;

/// Reads and changes preferences; of those who change the same ones at once, one after the other is looked at.
@Singleton
final class PreferencesStore {
    private final PreferencesRepository preferences;
    private final UserSessions sessions;
    private final Transactions transactions;

    PreferencesStore(PreferencesRepository preferences, UserSessions sessions, Transactions transactions) {
        this.preferences = preferences;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    Preferences read(long id) {
        return preferences.findByUserId(id).map(Preferences::of).orElseGet(() -> {
            if (!preferences.hasUser(id)) {
                throw nobody(id);
            }
            return Preferences.DEFAULT;
        });
    }

    Preferences change(long id, Preferences chosen, Versions seen, Caller caller) {
        return transactions.run(_ -> {
            sessions.mustGoOn(caller);
            if (preferences.lockUser(id).isEmpty()) {
                throw nobody(id);
            }
            Preferences before =
                    preferences.findByUserIdForUpdate(id).map(Preferences::of).orElse(Preferences.DEFAULT);
            seen.mustHold(before.tag());
            preferences.put(
                    id,
                    Objects.requireNonNull(chosen.language()),
                    Objects.requireNonNull(chosen.timeZone()),
                    Objects.requireNonNull(chosen.emailNotifications()));
            return chosen;
        });
    }

    private static HttpStatusException nobody(long id) {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "there is no user %d".formatted(id));
    }
}
