package dev.slipway.runner.postgres.flyway;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes scripts in which it is hard to see where a statement ends, the same ones for the same seed.
final class AwkwardScripts {
    private static final List<String> PARTS = List.of(
            "a",
            "A$1",
            "größe",
            "_x$",
            "\"a;b\"",
            "\"a\"\"b\"",
            "U&\"\\0061;\"",
            "'a;b'",
            "'it''s;'",
            "'\\'",
            "''",
            "e'\\';'",
            "E'\\\\'",
            "e'a\\\\\\';'",
            "U&'\\0061;'",
            "u&';'",
            "B'01'",
            "b';'",
            "x'1F'",
            "N';'",
            "n';'",
            "'a'\n 'b;'",
            "'a' -- ;\n ';'",
            "$$;$$",
            "$$'$$",
            "$a$;$$;$b$;$a$",
            "$größe$;$größe$",
            "$_1$;$1$;$_1$",
            "$1",
            "$2::int",
            "$ 1",
            "1",
            "1.5",
            ".5",
            "1e5",
            "1e-5",
            "1..2",
            "0x1F",
            "1_000",
            "1.",
            ",",
            "+",
            "-",
            "*",
            "/",
            "=",
            "<=",
            "=>",
            "->>",
            "@-",
            "|/",
            "~",
            "?",
            "#",
            "!",
            "%",
            "&",
            "^",
            "`",
            ".",
            "::",
            ":=",
            ":a",
            ":'a'",
            ":\"a\"",
            ": a",
            "[",
            "]",
            "{",
            "}",
            "(1;2)",
            "('(', \")\")",
            "((a));",
            "(select ';')",
            ")",
            "case",
            "end",
            "begin",
            "atomic",
            "from",
            "stdin",
            "copy",
            "do",
            "as",
            "select",
            "--;\n",
            "-- it's\n",
            "/*;*/",
            "/* /* ; */ ' */",
            "/**/",
            "/*/*/ ; */ */",
            "+/* ; */-",
            "-- $$\n",
            "\n",
            "\r\n",
            "\t",
            " \f ",
            "\n\n",
            "date'2020-01-01'",
            "1/2/*;*/",
            "a--;\n",
            "a$$b",
            "x$a$b");
    private static final List<String> STARTS =
            List.of("select ", "select", "values (1)", "(select 1)", "explain ", "x ");
    private static final List<String> WHOLE = List.of(
            "create function f(int) returns int language sql begin atomic select $1; end",
            "create or replace function f(int) returns int language sql begin atomic select case when $1 > 0 then"
                    + " case $1 when 1 then 2 end end; select (case when true then 1 end); end",
            "CREATE PROCEDURE p()\nLANGUAGE sql BEGIN ATOMIC END",
            "create function f() returns text language sql return 'a;' || $$;$$",
            "create function f(text) returns text language sql as $b$ begin; $b$",
            "create rule r as on insert to t do also (delete from u; delete from u)",
            "do $do$ begin perform 1; end $do$",
            "set standard_conforming_strings = off;\nselect 'a\\';', n'\\';', b'1', U&';';\n"
                    + "set standard_conforming_strings to 'on';\nselect '\\'",
            """
            set session standard_conforming_strings = false;
            select '\\';';
            reset standard_conforming_strings;
            select '\\'""",
            "set \"standard_conforming_strings\" = 0;\nselect e'\\';', '\\';'; reset all;\nselect '\\'",
            "set standard_conforming_strings = off; set standard_conforming_strings to default;\nselect '\\'",
            "copy t to stdout",
            "copy (select ';') to stdout",
            "copy u from '/nowhere/stdin'");
    private static final List<String> COPIES = List.of(
            "copy t from stdin",
            "COPY t (a, b) FROM STDIN",
            "copy \"t\" /* ; */ from -- ;\n stdin with (format csv)",
            "copy public.t(a)\nfrom\nstdin",
            "copy t from stdout",
            "Copy t From Stdin With Delimiter ';'",
            "copy t from stdin where a <> ';'",
            "copy t (a) from stdin with (format csv, quote '''')");
    private static final List<String> DATA =
            List.of("1\t2", "it's;", "\\N", "\\.x", "$$", "/*", "-- a", "", "(", "\\\\.", "\\i x");

    private final Random random;

    AwkwardScripts(long seed) {
        this.random = new Random(seed);
    }

    List<String> make(int count) {
        List<String> scripts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scripts.add(script());
        }
        return scripts;
    }

    private String script() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(1, 6); left > 0; left--) {
            switch (random.nextInt(8)) {
                case 0 -> text.append(one(WHOLE)).append(";").append(one(List.of("\n", " ", "")));
                case 1 -> copy(text);
                case 2 ->
                    text.append(one(List.of(";", " ; ;\n", "\n\n", "-- a;\n\n", "/* b; */\n", "/* b */;", "--\n")));
                default -> statement(text);
            }
        }
        return text.toString();
    }

    private void statement(StringBuilder text) {
        text.append(one(STARTS));
        for (int parts = random.nextInt(1, 9); parts > 0; parts--) {
            text.append(one(List.of(" ", " ", " ", "\n"))).append(one(PARTS));
        }
        text.append(one(List.of(";", " ;", "\n;", ";\n", " -- a\n;\n")));
    }

    private void copy(StringBuilder text) {
        text.append(one(COPIES))
                .append(one(List.of(";", " ; ", ";\t", "; -- a;", "; /* a; */")))
                .append("\n");
        for (int lines = random.nextInt(0, 4); lines > 0; lines--) {
            text.append(one(DATA)).append("\n");
        }
        text.append("\\.\n");
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
