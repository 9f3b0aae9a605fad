package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The rules of CONTRIBUTING.md for methods, in all modules.
final class MethodsTest {
    private static final int LINES = 30;
    private static final int PARAMETERS = 5;

    @Test
    void methodsAreAsShortAsTheRulesSay() throws IOException {
        Methods methods = Methods.of(Checkout.files(".java").stream()
                .filter(path -> path.contains("/src/main/"))
                .map(Checkout::path)
                .toList());
        assertThat(methods.read).isGreaterThan(3000);
        assertThat(methods.broken).isEmpty();
    }

    /// Reads methods with the compiler's own parser.
    private static final class Methods extends TreeScanner<@Nullable Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final List<String> broken = new ArrayList<>();
        private int read;

        private Methods(SourcePositions positions) {
            this.positions = positions;
        }

        static Methods of(List<Path> files) throws IOException {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
                JavacTask task = (JavacTask) compiler.getTask(
                        null,
                        manager,
                        _ -> {},
                        List.of("-proc:none"),
                        null,
                        manager.getJavaFileObjectsFromPaths(files));
                Methods methods = new Methods(Trees.instance(task).getSourcePositions());
                for (CompilationUnitTree unit : task.parse()) {
                    methods.scan(unit, unit);
                }
                return methods;
            }
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            read++;
            String name = "%s %s".formatted(unit.getSourceFile().getName(), method.getName());
            if (method.getBody() != null
                    && method.getBody().getStatements().size() > 1
                    && lines(method.getBody(), unit) > LINES) {
                broken.add("%s has %d lines".formatted(name, lines(method.getBody(), unit)));
            }
            boolean counted = !method.getModifiers().getFlags().contains(Modifier.PRIVATE)
                    && method.getModifiers().getAnnotations().isEmpty()
                    && method.getReturnType() != null;
            if (counted && method.getParameters().size() > PARAMETERS) {
                broken.add("%s has %d parameters"
                        .formatted(name, method.getParameters().size()));
            }
            return super.visitMethod(method, unit);
        }

        private long lines(Tree body, CompilationUnitTree unit) {
            LineMap map = unit.getLineMap();
            return map.getLineNumber(positions.getEndPosition(unit, body))
                    - map.getLineNumber(positions.getStartPosition(unit, body))
                    - 1;
        }
    }
}
