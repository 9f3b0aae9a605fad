package dev.slipway.backend.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The hashes of other programs were made by these: Argon2's reference implementation (its own test vector), Python's
/// `hashlib` as Werkzeug calls it, and libxcrypt.
final class PasswordHasherTest {
    private static final String PASSWORD = "correct horse bätтery";

    private final PasswordHasher passwords = new PasswordHasher();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pbkdf2:sha256:600000$Xk3aPq9Zt1bC7dEf$42533e0f460bd2b09eb7ed0e8424c02701dbd4839c3ba676dc49bf0afe420c98",
                "scrypt:32768:8:1$Yb7LmQe2Rt5uVw8x$f2903701267da62b87d0bf9640e579a2bb9c9d8c332565eb7e5a2aaaa983b733c000d1eb2cca79348dd36244c9c1620ec63c52041c8c8dcd9fa84c00aeebca9f",
                "$2b$06$abcdefghijklmnopqrstuuVtb/nNt1zUpaExnpbH4ZnQodOliBJgS",
                "$2a$06$abcdefghijklmnopqrstuuVtb/nNt1zUpaExnpbH4ZnQodOliBJgS",
                "$2y$06$abcdefghijklmnopqrstuuVtb/nNt1zUpaExnpbH4ZnQodOliBJgS",
            })
    void verifiesTheHashesOfOlderApplications(String stored) {
        assertThat(passwords.matches(PASSWORD, stored)).isTrue();
        assertThat(passwords.matches("correct horse battery", stored)).isFalse();
        assertThat(passwords.isCurrent(stored)).isFalse();
    }

    @Test
    void bcryptSeesTheFirst72BytesOnly() {
        String stored = "$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i";
        assertThat(passwords.matches("x".repeat(80), stored)).isTrue();
        assertThat(passwords.matches("x".repeat(72), stored)).isTrue();
        assertThat(passwords.matches("x".repeat(71), stored)).isFalse();
    }

    @Test
    void verifiesAnArgon2idHashOfAnotherCostAndWantsItAnew() {
        String stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(passwords.matches("password", stored)).isTrue();
        assertThat(passwords.matches("Password", stored)).isFalse();
        assertThat(passwords.isCurrent(stored)).isFalse();
    }

    @Test
    void newHashesAreArgon2idWithASaltOfTheirOwn() {
        String stored = passwords.hash(PASSWORD);
        assertThat(stored)
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}")
                .isNotEqualTo(passwords.hash(PASSWORD));
        assertThat(passwords.matches(PASSWORD, stored)).isTrue();
        assertThat(passwords.matches("", stored)).isFalse();
        assertThat(passwords.isCurrent(stored)).isTrue();
    }

    @Test
    void nothingMatchesNothing() {
        assertThat(passwords.matches("", null)).isFalse();
        assertThat(passwords.matches(PASSWORD, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old hash",
                "!",
                "pbkdf2:md5:1$salt$5f4dcc3b5aa765d61d8327deb882cf99",
                "pbkdf2:sha256:0$salt$42533e0f460bd2b09eb7ed0e8424c02701dbd4839c3ba676dc49bf0afe420c98",
                "pbkdf2:sha256:9999999$salt$42533e0f460bd2b09eb7ed0e8424c02701dbd4839c3ba676dc49bf0afe420c98",
                "scrypt:32767:8:1$salt$42533e0f460bd2b09eb7ed0e8424c02701dbd4839c3ba676dc49bf0afe420c98",
                "scrypt:1048576:8:1$salt$42533e0f460bd2b09eb7ed0e8424c02701dbd4839c3ba676dc49bf0afe420c98",
                "$2b$31$abcdefghijklmnopqrstuuVtb/nNt1zUpaExnpbH4ZnQodOliBJgS",
                "$2x$06$abcdefghijklmnopqrstuuVtb/nNt1zUpaExnpbH4ZnQodOliBJgS",
                "$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            })
    void whatIsNoHashOrCostsTooMuchMatchesNothing(String stored) {
        assertThat(passwords.matches("password", stored)).isFalse();
        assertThat(passwords.matches(stored, stored)).isFalse();
    }
}
