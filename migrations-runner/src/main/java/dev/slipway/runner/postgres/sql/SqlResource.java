package dev.slipway.runner.postgres.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// SQL that is kept in a file of its own beside the class that runs it. Each is read once.
public final class SqlResource {
    private static final Map<Key, String> READ = new ConcurrentHashMap<>();

    private SqlResource() {}

    private record Key(Class<?> owner, String name) {}

    public static String read(Class<?> owner, String name) {
        return READ.computeIfAbsent(new Key(owner, name), key -> load(key.owner, key.name));
    }

    private static String load(Class<?> owner, String name) {
        try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
