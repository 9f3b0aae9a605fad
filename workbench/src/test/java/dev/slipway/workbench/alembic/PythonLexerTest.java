package dev.slipway.workbench.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PythonLexerTest {
    @Test
    void bracketsAndBackslashesCarryALineOn() {
        assertThat(lines("""
                a = (1,
                  2) \\
                  + 3
                if x:
                \tb = '''one
                two''' # three
                    c
                """)).containsExactly("0: a = ( 1 , 2 ) + 3", "0: if x :", "8: b = one\ntwo", "4: c");
    }

    @Test
    void escapesAreResolvedUnlessTheStringIsRaw() {
        assertThat(lines("'a\\n\\x41\\u0042\\101\\'\\q' r'\\n\\'' \"it's\" U'\\\\'"))
                .containsExactly("0: a\nABA'\\q \\n\\' it's \\");
    }

    @Test
    void linesEndAsTheyDoOnAnySystem() {
        assertThat(lines("\uFEFFa\r\nb\rc\n")).containsExactly("0: a", "0: b", "0: c");
    }

    /// Python would refuse them; here nothing is lost but themselves.
    @Test
    void stringsThatAreNotClosedEndWithTheirLine() {
        assertThat(lines("a = 'x\nb = \"\"\"y\nz")).containsExactly("0: a = x", "0: b = y\nz\n");
    }

    @Test
    void signsStayWhole() {
        assertThat(lines("a: int == b -> c != d := ... <= e")).containsExactly("0: a : int == b -> c != d := ... <= e");
    }

    private static List<String> lines(String python) {
        return PythonLexer.lines(python).stream()
                .map(line -> line.indent() + ": "
                        + String.join(
                                " ",
                                line.tokens().stream().map(PythonToken::text).toList()))
                .toList();
    }
}
