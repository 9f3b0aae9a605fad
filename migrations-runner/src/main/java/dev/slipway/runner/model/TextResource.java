package dev.slipway.runner.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Text that is kept in a file of its own beside the class that uses it. Each is read once.
public final class TextResource {
    private static final Map<Key, String> READ = new ConcurrentHashMap<>();

    private TextResource() {}

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
