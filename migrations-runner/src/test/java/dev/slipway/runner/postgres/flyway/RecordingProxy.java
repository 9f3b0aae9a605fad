package dev.slipway.runner.postgres.flyway;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stands between `psql` and a server, and keeps what reaches the server.
///
/// Source: PostgreSQL's manual, "Message Formats"
final class RecordingProxy implements AutoCloseable {
    /// Milliseconds within which `psql` has to go on.
    private static final int DEADLINE = 30_000;

    private final ServerSocket socket;
    private final int server;
    private final List<Received> received = new ArrayList<>();

    /// A query, and the data that were sent for it.
    record Received(String sql, @Nullable String data) {}

    /// @param server the port of the server
    RecordingProxy(int server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(DEADLINE);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Received> received() {
        return received;
    }

    /// Serves one connection to its end.
    void serve() {
        try (Socket client = socket.accept();
                Socket backend = new Socket(InetAddress.getLoopbackAddress(), server)) {
            client.setSoTimeout(DEADLINE);
            Thread back = Thread.ofVirtual().start(() -> pump(backend, client));
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            DataOutputStream out = new DataOutputStream(backend.getOutputStream());
            forward(in, out, -1);
            while (forward(in, out, in.read())) {}
            backend.shutdownOutput();
            back.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the client has gone
        }
    }

    private boolean forward(DataInputStream in, DataOutputStream out, int type) throws IOException {
        byte[] body;
        try {
            body = new byte[in.readInt() - 4];
        } catch (EOFException e) {
            return false;
        }
        in.readFully(body);
        if (type >= 0) {
            out.write(type);
            record(type, body);
        }
        out.writeInt(body.length + 4);
        out.write(body);
        out.flush();
        return true;
    }

    private void record(int type, byte[] body) {
        if (type == 'Q') {
            received.add(new Received(new String(body, 0, body.length - 1, StandardCharsets.UTF_8), null));
        } else if (type == 'd' || type == 'c') {
            Received last = received.removeLast();
            String before = last.data() == null ? "" : last.data();
            String data = type == 'd' ? new String(body, StandardCharsets.UTF_8) : "";
            received.add(new Received(last.sql(), before + data));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
