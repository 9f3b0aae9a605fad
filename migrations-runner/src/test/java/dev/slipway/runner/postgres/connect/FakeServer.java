package dev.slipway.runner.postgres.connect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A listener on loopback that speaks as much of PostgreSQL's protocol as a refusal needs.
///
/// Source: https://www.postgresql.org/docs/current/protocol-message-formats.html
final class FakeServer implements AutoCloseable {
    private static final int TLS_REQUEST = 80877103;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> startups = new CopyOnWriteArrayList<>();
    private final Answer answer;

    /// What to do with a connection after its startup packet.
    @FunctionalInterface
    interface Answer {
        void to(String startup, Socket client) throws IOException;
    }

    FakeServer(Answer answer) throws IOException {
        this.answer = answer;
        Thread.ofVirtual().start(this::listen);
    }

    /// Refuses with an error of the given SQLSTATE.
    static FakeServer refusing(String sqlState, String message) throws IOException {
        return new FakeServer((_, client) -> error(client, sqlState, message));
    }

    /// Reports its version and whether it is a standby.
    static FakeServer version(String version, String inHotStandby) throws IOException {
        return reporting(List.of(
                "server_version=" + version, "in_hot_standby=" + inHotStandby, "default_transaction_read_only=off"));
    }

    /// Lets everybody in, reports these parameters, and never answers again.
    static FakeServer reporting(List<String> parameters) throws IOException {
        List<String> all = new ArrayList<>(parameters);
        all.addAll(List.of("client_encoding=UTF8", "DateStyle=ISO", "standard_conforming_strings=on"));
        return new FakeServer((_, client) -> {
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            message(out, 'R', new byte[4]);
            for (String parameter : all) {
                message(out, 'S', (parameter.replace('=', '\0') + "\0").getBytes(StandardCharsets.UTF_8));
            }
            message(out, 'K', new byte[8]);
            message(out, 'Z', new byte[] {'I'});
            out.flush();
            client.getInputStream().readAllBytes();
        });
    }

    static void error(Socket client, String sqlState, String message) throws IOException {
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        String fields = "SFATAL\0VFATAL\0C%s\0M%s\0\0".formatted(sqlState, message);
        message(out, 'E', fields.getBytes(StandardCharsets.UTF_8));
        out.flush();
        client.close();
    }

    private static void message(DataOutputStream out, char type, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (SocketException _) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) {
        try (client) {
            String startup = startup(client);
            startups.add(startup);
            answer.to(startup, client);
        } catch (IOException _) {
            // the client has gone
        }
    }

    /// The parameters of the startup packet, one `name=value` after the other; TLS is declined first.
    private static String startup(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        while (true) {
            byte[] packet = new byte[in.readInt() - 8];
            int code = in.readInt();
            in.readFully(packet);
            if (code != TLS_REQUEST) {
                return new String(packet, StandardCharsets.UTF_8);
            }
            client.getOutputStream().write('N');
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> startups() {
        return List.copyOf(startups);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
