package dev.slipway.backend.access;

import dev.slipway.backend.setting.Settings;
import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a request comes from: the nearest address that is no proxy of ours.
///
/// What `Forwarded` (RFC 7239) or `X-Forwarded-For` say counts only if a proxy in `TRUSTED_PROXIES` sent it, and only
/// as far as such proxies wrote it; anybody can send these headers.
@Context
public final class ClientAddress {
    private static final String FOR = "for=";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<v4>[0-9.]+)(?::\\d{1,5})?|\\[(?<v6>[0-9a-fA-F:.]+)](?::\\d{1,5})?|(?<plain>[0-9a-fA-F:.]+)");

    private final List<AddressRange> proxies;

    ClientAddress(Settings settings) {
        proxies = settings.text("TRUSTED_PROXIES").stream()
                .flatMap(networks -> Stream.of(networks.split(",", -1)))
                .map(AddressRange::parse)
                .toList();
    }

    public InetAddress of(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        List<String> hops = hops(request.getHeaders());
        for (int i = hops.size() - 1; i >= 0 && isProxy(address); i--) {
            Optional<InetAddress> hop = parse(hops.get(i));
            if (hop.isEmpty()) {
                return address;
            }
            address = hop.get();
        }
        return address;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    private static List<String> hops(HttpHeaders headers) {
        List<String> forwarded = parts(headers.getAll(HttpHeaders.FORWARDED));
        return forwarded.isEmpty()
                ? parts(headers.getAll("X-Forwarded-For"))
                : forwarded.stream()
                        .map(part -> Stream.of(part.split(";", -1))
                                .map(String::strip)
                                .filter(pair -> pair.regionMatches(true, 0, FOR, 0, FOR.length()))
                                .map(pair -> pair.substring(FOR.length()).replace("\"", ""))
                                .findFirst()
                                .orElse(""))
                        .toList();
    }

    private static List<String> parts(List<String> values) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]` and `[2001:db8::1]:80`.
    private static Optional<InetAddress> parse(String hop) {
        Matcher matcher = ADDRESS.matcher(hop);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String address = Stream.of("v4", "v6", "plain")
                .map(matcher::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
