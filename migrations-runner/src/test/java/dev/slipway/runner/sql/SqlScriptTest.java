package dev.slipway.runner.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each piece of a script is taken for; `⏎` stands for the end of a line.
final class SqlScriptTest {
    private static final String LINE_END = "⏎";

    private static SqlScript read(String text) {
        return SqlScript.read(text.replace(LINE_END, "\n"));
    }

    private static String tokens(String text) {
        SqlScript script = read(text);
        assertThat(script.tokens().stream()
                        .map(token -> token.in(script.text()))
                        .collect(Collectors.joining()))
                .isEqualTo(script.text());
        return script.tokens().stream()
                .filter(token -> token.kind() != TokenKind.SPACE)
                .map(token -> token.kind() + " " + token.in(script.text()).replace("\n", LINE_END))
                .collect(Collectors.joining(", "));
    }

    /// The forms of strings and names.
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
        'a''b' c => STRING 'a''b', WORD c
        'a\\' b => STRING 'a\\', WORD b
        E'a\\'b' c => STRING E'a\\'b', WORD c
        e'\\\\' 'b' => STRING e'\\\\', STRING 'b'
        N'a\\' b => STRING N'a\\', WORD b
        B'01' x'1F' => STRING B'01', STRING x'1F'
        U&'d\\0061' u&"d\\0061" => STRING U&'d\\0061', QUOTED_NAME u&"d\\0061"
        u & 'a' => WORD u, OPERATOR &, STRING 'a'
        "a""b;" c => QUOTED_NAME "a""b;", WORD c
        fine'a' => WORD fine, STRING 'a'
        'a' 'b' => STRING 'a', STRING 'b'
        'a'⏎'b' => STRING 'a', STRING_CONTINUED 'b'
        'a' -- c⏎ 'b' => STRING 'a', LINE_COMMENT -- c, STRING_CONTINUED 'b'
        'a' /* c */⏎'b' => STRING 'a', BLOCK_COMMENT /* c */, STRING 'b'
        E'a'⏎'\\'' => STRING E'a', STRING_CONTINUED '\\''
        'a'⏎'\\' b => STRING 'a', STRING_CONTINUED '\\', WORD b
        """)
    void aStringEndsWithItsQuote(String text, String tokens) {
        assertThat(tokens(text)).isEqualTo(tokens);
    }

    /// Parameters, tags and placeholders.
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
        $$a;'b$$ => DOLLAR_STRING $$a;'b$$
        $q$a $$ b$Q$ c$q$ d => DOLLAR_STRING $q$a $$ b$Q$ c$q$, WORD d
        $é_1$a$é_1$ => DOLLAR_STRING $é_1$a$é_1$
        $größe$a$größ$b$größe$ => DOLLAR_STRING $größe$a$größ$b$größe$
        $1 + $2 => PARAMETER $1, OPERATOR +, PARAMETER $2
        $1$2 => PARAMETER $1, PARAMETER $2
        a$1$b $$c$$ => WORD a$1$b, DOLLAR_STRING $$c$$
        ${motto} a => PLACEHOLDER ${motto}, WORD a
        $${motto}$$ => DOLLAR_STRING $${motto}$$
        $ a => SIGN $, WORD a
        """)
    void aDollarBeginsAStringOnlyWithATag(String text, String tokens) {
        assertThat(tokens(text)).isEqualTo(tokens);
    }

    /// Operators, numbers and comments.
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
        1--2⏎+3 => NUMBER 1, LINE_COMMENT --2, OPERATOR +, NUMBER 3
        a+--b => WORD a, OPERATOR +, LINE_COMMENT --b
        a @--b => WORD a, OPERATOR @, LINE_COMMENT --b
        a */* c */ b => WORD a, OPERATOR *, BLOCK_COMMENT /* c */, WORD b
        a <-1 => WORD a, OPERATOR <, OPERATOR -, NUMBER 1
        a @-1 => WORD a, OPERATOR @-, NUMBER 1
        a->>'b' #>> c => WORD a, OPERATOR ->>, STRING 'b', OPERATOR #>>, WORD c
        a::b[1:2] := c => WORD a, SIGN ::, WORD b, SIGN [, NUMBER 1, SIGN :, NUMBER 2, SIGN ], SIGN :=, WORD c
        1..2 .5e-3 1_000 0x1F => NUMBER 1, SIGN .., NUMBER 2, NUMBER .5e-3, NUMBER 1_000, NUMBER 0x1F
        /* a /* b */ c */ d => BLOCK_COMMENT /* a /* b */ c */, WORD d
        /*/ a */ b => BLOCK_COMMENT /*/ a */, WORD b
        /* a */* b => BLOCK_COMMENT /* a */, OPERATOR *, WORD b
        /* ' */ a -- '⏎b => BLOCK_COMMENT /* ' */, WORD a, LINE_COMMENT -- ', WORD b
        größe a$b _1 => WORD größe, WORD a$b, WORD _1
        \\restrict ab⏎c => PSQL_COMMAND \\restrict ab, WORD c
        a \\gexec⏎b => WORD a, PSQL_COMMAND \\gexec, WORD b
        """)
    void aCommentBeginsWithinAnOperator(String text, String tokens) {
        assertThat(tokens(text)).isEqualTo(tokens);
    }

    /// Where statements end.
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
        a;(b;c);d => WORD a, END ;, OPEN (, WORD b, SEMICOLON ;, WORD c, CLOSE ), END ;, WORD d
        begin; atomic; end; => WORD begin, END ;, WORD atomic, END ;, WORD end, END ;
        create f begin atomic a; end; b => WORD create, WORD f, WORD begin, WORD atomic, WORD a, SEMICOLON ;, WORD end, END ;, WORD b
        create f begin atomic end; b => WORD create, WORD f, WORD begin, WORD atomic, WORD end, END ;, WORD b
        CREATE f BEGIN ATOMIC case case 1 end end; END; b => WORD CREATE, WORD f, WORD BEGIN, WORD ATOMIC, WORD case, WORD case, NUMBER 1, WORD end, WORD end, SEMICOLON ;, WORD END, END ;, WORD b
        copy t from stdin;⏎a';⏎\\.⏎b; => WORD copy, WORD t, WORD from, WORD stdin, END ;, COPY_DATA a';⏎\\.⏎, WORD b, END ;
        copy t from stdin; -- c⏎\\.⏎b => WORD copy, WORD t, WORD from, WORD stdin, END ;, LINE_COMMENT -- c, COPY_DATA \\.⏎, WORD b
        copy t to stdout;⏎b => WORD copy, WORD t, WORD to, WORD stdout, END ;, WORD b
        copy (select from stdin) to f;⏎b => WORD copy, OPEN (, WORD select, WORD from, WORD stdin, CLOSE ), WORD to, WORD f, END ;, WORD b
        set standard_conforming_strings = off; 'a\\'b'; => WORD set, WORD standard_conforming_strings, OPERATOR =, WORD off, END ;, STRING 'a\\'b', END ;
        set standard_conforming_strings to 'off'; reset all; 'a\\'; => WORD set, WORD standard_conforming_strings, WORD to, STRING 'off', END ;, WORD reset, WORD all, END ;, STRING 'a\\', END ;
        """)
    void aSemicolonEndsAStatement(String text, String tokens) {
        assertThat(tokens(text)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
        a 'b => the string that begins here does not end, at 2
        a $q$ b $$ => the string that begins here does not end, at 2
        "a => the name in quotes that begins here does not end, at 0
        /* a /* b */ => the comment that begins here does not end, at 0
        a (b; c => the parenthesis that opens here is not closed, at 2
        create f begin atomic a; => the body that begins here does not end, at 9
        copy t from stdin;⏎1 => COPY ... FROM STDIN has no closing \\. line, at 0
        copy t from stdin; a;⏎\\. => nothing can stand here: the data of the COPY before begin in the next line, at 19
        """)
    void whatIsOpenIsAFault(String text, String fault) {
        assertThat(read(text).fault().map(found -> found.what() + ", at " + found.at()))
                .contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
        -- a⏎/* b */ => true
        ;; => true
        \\restrict a => true
        -- a⏎b => false
        '' => false
        """)
    void isEmptyIfNothingReachesTheServer(String text, boolean empty) {
        assertThat(SqlScript.isEmpty(text.replace(LINE_END, "\n"))).isEqualTo(empty);
    }

    @Test
    void aStatementIsWrittenPlainly() {
        assertThat(PlainSql.of("-- a\n create /* b */  unique\n\tindex on users (id)", 30))
                .isEqualTo("CREATE UNIQUE INDEX ON USERS (");
        assertThat(SqlScript.begin("-- a\n create")).isEqualTo(6);
        assertThat(read("a⏎b⏎c").line(4)).isEqualTo(3);
    }
}
