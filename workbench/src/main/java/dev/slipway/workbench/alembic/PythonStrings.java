package dev.slipway.workbench.alembic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The strings that an expression of Python stands for.
final class PythonStrings {
    private PythonStrings() {}

    /// @param variables what is known of the names that come before
    /// @return nothing if Python has to be run to know
    static Optional<List<String>> of(List<PythonToken> expression, Map<String, Optional<List<String>>> variables) {
        if (expression.isEmpty() || isName(expression, "None")) {
            return expression.isEmpty() ? Optional.empty() : Optional.of(List.of());
        }
        if (PythonLine.indexOf(expression, ",") >= 0) {
            return all(PythonLine.split(expression, ","), variables);
        }
        if (PythonLine.indexOf(expression, "+") >= 0) {
            List<List<PythonToken>> parts = PythonLine.split(expression, "+");
            Optional<List<String>> strings = all(parts, variables);
            return parts.stream().anyMatch(PythonStrings::isBracketed)
                    ? strings
                    : strings.map(texts -> List.of(String.join("", texts)));
        }
        if (isBracketed(expression)) {
            List<PythonToken> inside = expression.subList(1, expression.size() - 1);
            return inside.isEmpty() ? Optional.of(List.of()) : of(inside, variables);
        }
        if (expression.size() == 1 && expression.getFirst().kind() == PythonToken.Kind.NAME) {
            return variables.getOrDefault(expression.getFirst().text(), Optional.empty());
        }
        return expression.stream().allMatch(token -> token.kind() == PythonToken.Kind.STRING)
                ? Optional.of(List.of(String.join(
                        "", expression.stream().map(PythonToken::text).toList())))
                : Optional.empty();
    }

    private static Optional<List<String>> all(
            List<List<PythonToken>> expressions, Map<String, Optional<List<String>>> variables) {
        List<String> all = new ArrayList<>();
        for (List<PythonToken> expression : expressions) {
            Optional<List<String>> strings = of(expression, variables);
            if (strings.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(strings.get());
        }
        return Optional.of(List.copyOf(all));
    }

    private static boolean isName(List<PythonToken> expression, String name) {
        return expression.size() == 1 && expression.getFirst().isName(name);
    }

    /// Whether one pair of brackets holds all of it.
    private static boolean isBracketed(List<PythonToken> expression) {
        int depth = 0;
        for (int index = 0; index < expression.size(); index++) {
            depth += PythonLine.depth(expression.get(index));
            if (depth == 0) {
                return index > 0 && index == expression.size() - 1;
            }
        }
        return false;
    }
}
