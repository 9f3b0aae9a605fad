package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The statement that is about an object, as far as its text tells: the first one that says most of its name.
final class NamingStatement {
    private static final Pattern NO_WORD = Pattern.compile("[^\\w$]+");

    private NamingStatement() {}

    /// @param statements at least one
    static Statement of(List<Statement> statements, SchemaObject.Key key) {
        Set<String> name = words(key.name());
        return statements.stream()
                .max(Comparator.comparingLong((Statement statement) -> words(statement.sql()).stream()
                                .filter(name::contains)
                                .count())
                        .thenComparing(Comparator.comparingInt(Statement::line).reversed()))
                .orElseThrow();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT))).collect(Collectors.toSet());
    }
}
