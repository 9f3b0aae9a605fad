package dev.slipway.runner.postgres.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports of loopback on which no PostgreSQL answers.
public final class Ports {
    private Ports() {}

    /// Nothing listens there.
    public static int closed() throws IOException {
        try (ServerSocket socket = silent()) {
            return socket.getLocalPort();
        }
    }

    /// Takes connections and never answers.
    public static ServerSocket silent() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /// The same on a port that is closed.
    public static ServerSocket silent(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
