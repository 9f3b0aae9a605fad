package dev.slipway.workbench.autogenerate;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
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
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        String classPath = System.getProperty("java.class.path");
        StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null);
        boolean compiled = compiler.getTask(
                        null,
                        files,
                        problems,
                        List.of("-d", folder.toString(), "-cp", classPath, "-processorpath", classPath, "-parameters"),
                        null,
                        List.of(new Source(imports + text)))
                .call();
        if (!compiled) {
            throw new AssertionError(problems.getDiagnostics().toString());
        }
        return folder;
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
