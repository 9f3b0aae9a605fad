package dev.slipway.systemtests.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/// The grounds of one test, closed in reverse order, also when the process is asked to end in the middle of the test.
final class Grounds implements AutoCloseable {
    private final Deque<Ground> open = new ArrayDeque<>();

    Grounds() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    synchronized void add(Ground ground) {
        open.push(ground);
    }

    synchronized String logs() {
        return open.stream().map(Ground::logs).collect(Collectors.joining("\n"));
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
