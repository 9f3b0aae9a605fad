package dev.slipway.runner.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Given;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Revises;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ScriptDigestTest {
    /// Tokens that mean the same with any space and comments between them.
    private static final List<String> TOKENS = List.of(
            "select",
            "a",
            "users",
            "\"a -- b\"",
            "\"a\"\"b\"",
            "U&\"d\\0061t\"",
            "'it''s'",
            "E'a\\'b -- c'",
            "e'\\\\'",
            "U&'\\0061'",
            "B'01'",
            "x'1F'",
            "$$ ' -- /* $$",
            "$tag$ a $$ b\n $tag$",
            "$1",
            "${name}",
            "1",
            "1.5e-10",
            "1e5",
            ".5",
            "0x1F",
            "(",
            ")",
            "[",
            "]",
            ",",
            ";",
            "::",
            ":=",
            ":",
            ".",
            "<=",
            "=",
            "@>",
            "->>",
            "é",
            "a$b");

    private static final List<String> SPACES = List.of(
            " ",
            "\n",
            "\t",
            "\r\n",
            " -- it's a \"comment\" $$\n",
            "/* a /* nested */ ' $$ */",
            " /**/ ",
            "\n\n--\n",
            "\f");

    @RepeatedTest(200)
    void layoutAndCommentsChangeNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> tokens = tokens(random);
        assertThat(digest(spaced(tokens, random)))
                .isEqualTo(digest(spaced(tokens, random)))
                .isEqualTo(digest(String.join(" ", tokens)));
    }

    @RepeatedTest(200)
    void anyOtherTokenChangesIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> tokens = tokens(random);
        List<String> others = new ArrayList<>(tokens);
        int at = random.nextInt(others.size());
        String former = others.set(at, TOKENS.get(random.nextInt(TOKENS.size())));
        assertThat(digest(spaced(tokens, random)).equals(digest(spaced(others, random))))
                .isEqualTo(former.equals(others.get(at)));
        others.remove(at);
        assertThat(digest(spaced(tokens, random))).isNotEqualTo(digest(spaced(others, random)));
    }

    @RepeatedTest(200)
    void whatIsQuotedIsKeptToTheLetter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> quoted = TOKENS.stream()
                .filter(token -> token.matches("(?s).*['\"$].* .*"))
                .toList();
        List<String> tokens = tokens(random);
        int at = random.nextInt(tokens.size());
        String token = quoted.get(random.nextInt(quoted.size()));
        List<String> others = new ArrayList<>(tokens);
        tokens.set(at, token);
        others.set(at, token.replaceFirst(" ", "  "));
        assertThat(digest(spaced(tokens, random))).isNotEqualTo(digest(spaced(others, random)));
    }

    private static List<String> tokens(Random random) {
        List<String> tokens = new ArrayList<>();
        for (int count = random.nextInt(2, 30); count > 0; count--) {
            String token = TOKENS.get(random.nextInt(TOKENS.size()));
            // a string after a string is one of its own only if no line ends between them
            boolean afterString = !tokens.isEmpty() && tokens.getLast().endsWith("'");
            tokens.add(afterString && token.startsWith("'") ? "||" : token);
        }
        return tokens;
    }

    private static String spaced(List<String> tokens, Random random) {
        StringBuilder text = new StringBuilder();
        for (String token : tokens) {
            text.append(space(random)).append(token);
        }
        return text.append(space(random)).toString();
    }

    private static String space(Random random) {
        StringBuilder space = new StringBuilder();
        for (int count = random.nextInt(1, 4); count > 0; count--) {
            space.append(SPACES.get(random.nextInt(SPACES.size())));
        }
        return space.toString();
    }

    static Stream<Arguments> equal() {
        return Stream.of(
                Arguments.of("select a+b", "select a + b"),
                Arguments.of("select a=-1", "select a = -1"),
                Arguments.of("select t.a::int", "select t . a :: int -- why"),
                Arguments.of("select a--b\n+1", "select a + 1"),
                Arguments.of("select a/*b*/+1", "select a + 1"),
                Arguments.of("select a -/* c */- b", "select a - - b"),
                Arguments.of("select date'2026-11-21'", "select date '2026-11-21'"),
                Arguments.of("select 'a'\n'b'", "select 'a' -- and\n  'b'"),
                Arguments.of("select E'a'\n'b\\' -- '", "select E'a' --\n'b\\' -- ' -- c"),
                Arguments.of("select 'a\\' -- b'", "select 'a\\' -- b c' || ''"),
                Arguments.of("select 1", "\n\nselect 1\n\n"),
                Arguments.of("select $$a\r\nb$$", "select $$a\nb$$"),
                Arguments.of(
                        "copy t from stdin;\n1\t2\n\\.\nselect 1;", "copy  t from stdin; \n1\t2\n\\.\n\n select 1;"));
    }

    static Stream<Arguments> different() {
        return Stream.of(
                Arguments.of("select a", "select A"),
                Arguments.of("select ab", "select a b"),
                Arguments.of("select a <= b", "select a < = b"),
                Arguments.of("select 1.5", "select 1 .5"),
                Arguments.of("select 'a b'", "select 'a  b'"),
                Arguments.of("select E'a'", "select E 'a'"),
                Arguments.of("select U&'a'", "select U &'a'"),
                Arguments.of("select 'a' 'b'", "select 'a'\n'b'"),
                Arguments.of("select 'a'\n'b'", "select 'a' /* c */\n'b'"),
                Arguments.of("select 'it''s'", "select 'it' 's'"),
                Arguments.of("select E'a\\' -- b'", "select E'a\\' -- c'"),
                Arguments.of("select \"a b\"", "select \"a  b\""),
                Arguments.of("select $a$ b $a$", "select $a$ b  $a$"),
                Arguments.of("select $a$ -- b\n $a$", "select $a$ -- c\n $a$"),
                Arguments.of("select ${name}", "select $ {name}"),
                Arguments.of("select $1", "select $ 1"),
                Arguments.of("select 1 /* /* */ */", "select 1 /* /* */ - 2 */ - 2"),
                Arguments.of("select 1; select 2", "select 1 select 2"),
                Arguments.of("copy t from stdin;\n1\t2\n\\.\n", "copy t from stdin;\n1  2\n\\.\n"),
                Arguments.of("copy t from stdin;\n-- 1\n\\.\n", "copy t from stdin;\n-- 2\n\\.\n"),
                Arguments.of("copy t from stdin;\n1\n2\n\\.\n", "copy t from stdin;\n1\n\n2\n\\.\n"),
                Arguments.of("select 'open", "select 'open "),
                Arguments.of("select $$open", "select $$open "),
                Arguments.of("select /* open", "select 1"));
    }

    @ParameterizedTest
    @MethodSource("equal")
    void sameSqlHasTheSameDigest(String one, String other) {
        assertThat(digest(one)).isEqualTo(digest(other));
    }

    @ParameterizedTest
    @MethodSource("different")
    void otherSqlHasAnotherDigest(String one, String other) {
        assertThat(digest(one)).isNotEqualTo(digest(other));
    }

    @RepeatedTest(50)
    void anyTextHasADigest(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String signs = "'\"$-/*;:.eEuU&\\ \n{}1a\u00e9copy from stdin";
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(200), 0, signs.length()).forEach(at -> text.append(signs.charAt(at)));
        assertThat(digest(text.toString())).matches("[0-9a-f]{64}");
    }

    @Test
    void settingsThatChangeTheRunCount() {
        String plain = digest("select 1");
        assertThat(List.of(
                        digest(new Header(new Revises.Preceding(), false, true, null, false, null, null, List.of())),
                        digest(new Header(new Revises.Preceding(), true, false, null, false, null, null, List.of())),
                        digest(new Header(
                                new Revises.Preceding(),
                                true,
                                true,
                                Duration.ofSeconds(2),
                                false,
                                null,
                                null,
                                List.of())),
                        digest(new Header(new Revises.Preceding(), true, true, null, true, null, null, List.of()))))
                .doesNotHaveDuplicates()
                .doesNotContain(plain);
    }

    @Test
    void parentsAndLabelsDoNot() {
        assertThat(digest(new Header(
                        new Revises.Named(List.of(), 1), true, true, null, false, "fast", "ae1027a6acf", List.of())))
                .isEqualTo(digest("select 1"));
    }

    private static String digest(Header header) {
        return ScriptDigest.of(Given.versioned("1", "select 1", header));
    }

    private static String digest(String text) {
        return ScriptDigest.of(Given.versioned("1", text));
    }
}
