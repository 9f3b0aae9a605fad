package dev.slipway.runner.killed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What lies between a runner and its server: it can be cut, and be gone for a while.
final class Network implements AutoCloseable {
    private final int server;
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile long goneUntil = System.nanoTime();

    private Network(int server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    static Network to(int port) throws IOException {
        Network network = new Network(port, new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(network::accept);
        return network;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.addAll(List.of(client, there));
                Thread.ofVirtual().start(() -> carry(client, there));
                Thread.ofVirtual().start(() -> carry(there, client));
            }
        } catch (IOException _) {
            cut();
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int count = in.read(bytes);
            while (count >= 0) {
                Thread.sleep(Duration.ofNanos(Math.max(0, goneUntil - System.nanoTime())));
                out.write(bytes, 0, count);
                count = in.read(bytes);
            }
        } catch (IOException | InterruptedException _) {
            // one of both is gone
        } finally {
            close(from);
            close(to);
        }
    }

    /// Nothing passes for a while.
    void goneFor(Duration duration) {
        goneUntil = System.nanoTime() + duration.toNanos();
    }

    void cut() {
        sockets.forEach(Network::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is closed either way
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
