package dev.slipway.workbench.alembic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the text of a Python module says of its variables and functions, as far as it says so without being run.
final class PythonModule {
    private final List<PythonLine> lines;
    private final Map<String, Optional<List<String>>> variables = new HashMap<>();

    private PythonModule(List<PythonLine> lines) {
        this.lines = lines;
    }

    static PythonModule read(String text) {
        PythonModule module = new PythonModule(PythonLexer.lines(text));
        module.lines.stream()
                .filter(line -> line.indent() == 0)
                .flatMap(line -> line.statements().stream())
                .forEach(module::assign);
        return module;
    }

    /// The string with which the module begins.
    Optional<String> docstring() {
        return lines.stream()
                .limit(1)
                .map(line -> line.statements().getFirst())
                .filter(PythonModule::isStrings)
                .map(strings ->
                        String.join("", strings.stream().map(PythonToken::text).toList()))
                .findFirst();
    }

    boolean assigns(String variable) {
        return variables.containsKey(variable);
    }

    /// The strings that a variable is given: one, those of a tuple, list or set, or none. Nothing if Python has to be
    /// run to know them.
    Optional<List<String>> strings(String variable) {
        return variables.getOrDefault(variable, Optional.of(List.of()));
    }

    /// `a: str = b = "x"` gives both a value, and the last one counts.
    private void assign(List<PythonToken> statement) {
        List<List<PythonToken>> parts = PythonLine.split(statement, "=");
        parts.subList(0, Math.max(0, parts.size() - 1)).forEach(target -> assign(target, parts.getLast()));
    }

    private void assign(List<PythonToken> target, List<PythonToken> value) {
        List<List<PythonToken>> targets = PythonLine.split(target, ",");
        List<List<PythonToken>> values = PythonLine.split(value, ",");
        if (targets.size() > 1 && targets.size() == values.size()) {
            for (int index = 0; index < targets.size(); index++) {
                assign(targets.get(index), values.get(index));
            }
        } else if (isVariable(target)) {
            variables.put(target.getFirst().text(), PythonStrings.of(value, variables));
        }
    }

    private static boolean isVariable(List<PythonToken> target) {
        return !target.isEmpty()
                && target.getFirst().kind() == PythonToken.Kind.NAME
                && (target.size() == 1 || target.get(1).isSign(":"));
    }

    /// The statements of a function, its docstring and what does nothing left out.
    List<List<PythonToken>> code(String function) {
        List<List<PythonToken>> code = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (begins(lines.get(index), function)) {
                code.clear();
                body(index).stream().filter(statement -> !isIdle(statement)).forEach(code::add);
            }
        }
        return code;
    }

    private static boolean begins(PythonLine line, String function) {
        List<PythonToken> tokens = line.tokens();
        int def = tokens.getFirst().isName("async") ? 1 : 0;
        return line.indent() == 0
                && tokens.size() > def + 1
                && tokens.get(def).isName("def")
                && tokens.get(def + 1).isName(function);
    }

    private List<List<PythonToken>> body(int head) {
        List<PythonToken> tokens = lines.get(head).tokens();
        int colon = PythonLine.indexOf(tokens, ":");
        List<List<PythonToken>> body = new ArrayList<>(
                PythonLine.split(tokens.subList(colon < 0 ? tokens.size() : colon + 1, tokens.size()), ";"));
        lines.stream()
                .skip(head + 1L)
                .takeWhile(line -> line.indent() > 0)
                .forEach(line -> body.addAll(line.statements()));
        return body;
    }

    private static boolean isStrings(List<PythonToken> statement) {
        return statement.stream().allMatch(token -> token.kind() == PythonToken.Kind.STRING);
    }

    private static boolean isIdle(List<PythonToken> statement) {
        String text = String.join(" ", statement.stream().map(PythonToken::text).toList());
        return isStrings(statement)
                || text.equals("pass")
                || text.equals("...")
                || text.equals("return")
                || text.equals("return None");
    }
}
