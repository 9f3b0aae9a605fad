package dev.slipway.runner.postgres.connect;

/// A server's address.
///
/// @param name a host name or an address, an IPv6 address without brackets
public record HostAddress(String name, int port) {
    /// As it stands in a URL: `db:5432`, `[::1]:5432`.
    @Override
    public String toString() {
        return (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + port;
    }
}
