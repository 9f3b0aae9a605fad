package dev.slipway.workbench.alembic;

import java.util.ArrayList;
import java.util.List;

/// A logical line of Python, which a bracket or a backslash carries over several lines of the file.
///
/// @param indent how far it is indented, with tabs to every eighth column
record PythonLine(int indent, List<PythonToken> tokens) {
    PythonLine {
        tokens = List.copyOf(tokens);
    }

    /// The statements between its semicolons; the first may begin a block.
    List<List<PythonToken>> statements() {
        return split(tokens, ";");
    }

    /// What stands between signs that are in no bracket. After the last one there may be nothing.
    static List<List<PythonToken>> split(List<PythonToken> tokens, String sign) {
        List<List<PythonToken>> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int index = 0; index < tokens.size(); index++) {
            depth += depth(tokens.get(index));
            if (depth == 0 && tokens.get(index).isSign(sign)) {
                parts.add(tokens.subList(start, index));
                start = index + 1;
            }
        }
        if (start < tokens.size()) {
            parts.add(tokens.subList(start, tokens.size()));
        }
        return parts;
    }

    /// The first such sign that is in no bracket, or -1.
    static int indexOf(List<PythonToken> tokens, String sign) {
        int depth = 0;
        for (int index = 0; index < tokens.size(); index++) {
            depth += depth(tokens.get(index));
            if (depth == 0 && tokens.get(index).isSign(sign)) {
                return index;
            }
        }
        return -1;
    }

    /// By how much a token changes the depth of brackets.
    static int depth(PythonToken token) {
        if (token.kind() != PythonToken.Kind.OTHER) {
            return 0;
        }
        return switch (token.text()) {
            case "(", "[", "{" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
        };
    }
}
