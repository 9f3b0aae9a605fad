package dev.slipway.workbench.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Classes as their compiler wrote them; nothing of them is run.
final class ClassFiles {
    private ClassFiles() {}

    /// The class, and those of the module that it extends.
    static List<ClassModel> withSupertypes(Class<?> type) {
        List<ClassModel> models = new ArrayList<>();
        for (Class<?> each = type; isOfModule(each); each = each.getSuperclass()) {
            read(each.getName(), each.getClassLoader()).ifPresent(models::add);
        }
        return models;
    }

    static Optional<ClassModel> read(String name, ClassLoader loader) {
        return bytes(name, loader).map(ClassFile.of()::parse);
    }

    static Optional<byte[]> bytes(String name, ClassLoader loader) {
        try (InputStream bytes = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return bytes == null ? Optional.empty() : Optional.of(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfModule(@Nullable Class<?> type) {
        return type != null && type.getClassLoader() != null;
    }
}
