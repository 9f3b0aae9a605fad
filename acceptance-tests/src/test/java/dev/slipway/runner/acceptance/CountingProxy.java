package dev.slipway.runner.acceptance;

import dev.slipway.testing.TestDatabase;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a runner and its server, and counts what each connection costs.
///
/// Source: PostgreSQL's manual, "Message Formats"
public final class CountingProxy implements AutoCloseable {
    private static final int READY_FOR_QUERY = 'Z';
    private static final int COMMAND_COMPLETE = 'C';

    private final ServerSocket socket;
    private final int server;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    /// What one connection has cost so far.
    ///
    /// @param roundTrips how often the client waited for the server, the startup included
    /// @param statements how many the server completed
    public record Cost(int roundTrips, int statements) {
        public Cost minus(Cost other) {
            return new Cost(roundTrips - other.roundTrips, statements - other.statements);
        }

        Cost plus(Cost other) {
            return new Cost(roundTrips + other.roundTrips, statements + other.statements);
        }

        public Cost times(int count) {
            return new Cost(roundTrips * count, statements * count);
        }
    }

    private record Connection(AtomicInteger roundTrips, AtomicInteger statements) {
        void count(int type) {
            if (type == READY_FOR_QUERY) {
                roundTrips.incrementAndGet();
            } else if (type == COMMAND_COMPLETE) {
                statements.incrementAndGet();
            }
        }

        Cost cost() {
            return new Cost(roundTrips.get(), statements.get());
        }
    }

    /// @param server the port of the server
    public CountingProxy(int server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /// The address of a database of this server, by way of the proxy.
    public String url(TestDatabase database) {
        return database.url().replace(":" + server + "/", ":" + socket.getLocalPort() + "/") + "?sslmode=disable";
    }

    /// The cost of a connection, counted from 0 in the order in which they were made.
    public Cost cost(int connection) {
        return connections.get(connection).cost();
    }

    /// The cost of all connections.
    public Cost cost() {
        return connections.stream().map(Connection::cost).reduce(new Cost(0, 0), Cost::plus);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Connection connection = new Connection(new AtomicInteger(), new AtomicInteger());
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(client, connection));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket client, Connection connection) {
        try (client;
                Socket backend = new Socket(InetAddress.getLoopbackAddress(), server)) {
            Thread.ofVirtual().start(() -> pump(client, backend));
            count(new DataInputStream(new BufferedInputStream(backend.getInputStream())), client, connection);
        } catch (IOException _) {
            // one of the two has gone
        }
    }

    private static void pump(Socket client, Socket backend) {
        try {
            client.getInputStream().transferTo(backend.getOutputStream());
            backend.shutdownOutput();
        } catch (IOException _) {
            // one of the two has gone
        }
    }

    /// Counts a message before it is handed on, so that a client that has its answer finds it counted.
    private static void count(DataInputStream in, Socket client, Connection connection) throws IOException {
        OutputStream out = client.getOutputStream();
        for (int type = in.read(); type >= 0; type = in.read()) {
            byte[] message = message(type, in);
            connection.count(type);
            out.write(message);
        }
    }

    private static byte[] message(int type, DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] message = new byte[length + 1];
        message[0] = (byte) type;
        for (int i = 0; i < 4; i++) {
            message[1 + i] = (byte) (length >>> (24 - 8 * i));
        }
        in.readFully(message, 5, length - 4);
        return message;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
