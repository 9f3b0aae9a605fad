package dev.slipway.backend.auth;

import dev.slipway.backend.access.ClientAddress;
import dev.slipway.backend.problem.Refusal;
import dev.slipway.backend.setting.Settings;
import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Refuses further attempts to sign in from an address that made too many within a minute.
///
/// The addresses of an IPv6 network (/64) count as one, since one person has them all. Of very many addresses those
/// that began longest ago are forgotten, so that the memory this takes is bounded.
@Context
final class AttemptLimit {
    private static final int MOST_ADDRESSES = 10_000;
    private static final int NETWORK_BYTES = 8;
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final ClientAddress addresses;
    private final int most;
    private final LinkedHashMap<String, Window> windows = new LinkedHashMap<>();

    private record Window(long start, int attempts) {}

    AttemptLimit(ClientAddress addresses, Settings settings) {
        this.addresses = addresses;
        this.most = settings.number("SIGN_IN_ATTEMPTS_PER_MINUTE", 30, 1, 1_000_000);
    }

    void count(HttpRequest<?> request) {
        long now = System.nanoTime();
        Window window = counted(key(addresses.of(request)), now);
        if (window.attempts() > most) {
            long seconds = Duration.ofNanos(WINDOW - (now - window.start())).toSeconds() + 1;
            throw Refusal.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too many attempts from this address; wait a minute",
                    Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        }
    }

    private synchronized Window counted(String key, long now) {
        Window before = windows.get(key);
        Window window = before == null || now - before.start() >= WINDOW
                ? new Window(now, 1)
                : new Window(before.start(), before.attempts() + 1);
        if (window.attempts() == 1) {
            windows.remove(key); // so that the order is that of the starts
        }
        windows.put(key, window);
        if (windows.size() > MOST_ADDRESSES) {
            windows.pollFirstEntry();
        }
        return window;
    }

    private static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
