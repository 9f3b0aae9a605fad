package dev.slipway.workbench.autogenerate;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Entities as people write them, compiled as their build does it.
record EntitySource(String imports, String text) {
    private static final String IMPORTS = """
            package shop;

            import io.micronaut.core.annotation.Nullable;
            import io.micronaut.data.annotation.*;
            import io.micronaut.data.annotation.sql.*;
            import jakarta.persistence.Column;
            import jakarta.persistence.Entity;
            import jakarta.validation.constraints.Size;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;

            """;

    private static final String OF_JAKARTA = """
            package shop;

            import jakarta.persistence.*;
            import java.util.*;

            """;

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /// Kept, with the jars that it has opened: to open them takes twice as long as to compile.
    private static final StandardJavaFileManager FILES = files();

    EntitySource(String text) {
        this(IMPORTS, text);
    }

    /// With annotations of Jakarta Persistence alone.
    static EntitySource ofJakarta(String text) {
        return new EntitySource(OF_JAKARTA, text);
    }

    /// One at a time: Micronaut Data's processor keeps what it knows of types in a map that only one thread may change.
    Path compile(Path folder) {
        synchronized (EntitySource.class) {
            return compiled(folder);
        }
    }

    private Path compiled(Path folder) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        boolean compiled = COMPILER.getTask(
                        null,
                        FILES,
                        problems,
                        List.of("-d", folder.toString(), "-parameters"),
                        null,
                        List.of(new Source(imports + text)))
                .call();
        if (!compiled) {
            throw new AssertionError(problems.getDiagnostics().toString());
        }
        return folder;
    }

    private static StandardJavaFileManager files() {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///shop/Shop.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
