package dev.slipway.systemtests.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/// The grounds of one test, closed in reverse order.
final class Grounds implements AutoCloseable {
    private final Deque<Ground> open = new ArrayDeque<>();

    void add(Ground ground) {
        open.push(ground);
    }

    String logs() {
        return open.stream().map(Ground::logs).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
