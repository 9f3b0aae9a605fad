package dev.slipway.backend.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is long enough and is guessed all the same (NIST SP 800-63B, 3.1.1.2): what stands in lists of stolen
/// passwords, and a few characters again and again.
public final class CommonPasswords {
    private static final Pattern REPEATED = Pattern.compile("(.{1,4}?)\\1+.{0,3}");
    private static final Set<String> LIST = list();

    private CommonPasswords() {}

    public static boolean contain(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return LIST.contains(lower) || REPEATED.matcher(lower).matches();
    }

    private static Set<String> list() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
