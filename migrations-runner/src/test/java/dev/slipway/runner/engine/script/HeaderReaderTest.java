package dev.slipway.runner.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.Allowance;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderReaderTest {
    private final List<ScriptProblem> problems = new ArrayList<>();

    private Header read(String text) {
        return HeaderReader.read(
                new ScriptFile("V9__a.sql", "V9__a.sql", text), ScriptSettings.of(Conventions.DEFAULT), problems::add);
    }

    private List<String> problemsOf(String text) {
        read(text);
        return problems.stream()
                .map(problem -> "%s: %s; %s".formatted(problem.where(), problem.what(), problem.help()))
                .toList();
    }

    @Test
    void everyKeyIsRead() {
        assertThat(read("""
            -- revises: 6, 8.1
            -- transaction: off
            -- placeholders: off
            -- lock-timeout: 500ms
            -- compat: contract
            -- branch-label: phones
            -- alembic: 27c6a30d7c24
            -- allow: blocking-index the table is small
            -- allow: type-change  at night
            drop table t;
            """))
                .isEqualTo(new Header(
                        new Revises.Named(List.of(Version.of("6"), Version.of("8.1")), 1),
                        false,
                        false,
                        Duration.ofMillis(500),
                        true,
                        "phones",
                        "27c6a30d7c24",
                        List.of(
                                new Allowance(Hazard.BLOCKING_INDEX, "the table is small", "V9__a.sql", 8),
                                new Allowance(Hazard.TYPE_CHANGE, "at night", "V9__a.sql", 9))));
        assertThat(problems).isEmpty();
    }

    @Test
    void aScriptWithoutHeaderHasTheDefaults() {
        assertThat(read("create table t (a int);")).isEqualTo(Header.NONE);
        assertThat(read("")).isEqualTo(Header.NONE);
        assertThat(Header.NONE)
                .isEqualTo(new Header(new Revises.Preceding(), true, true, null, false, null, null, List.of()));
    }

    @Test
    void theDefaultsCanBeWrittenDown() {
        assertThat(read("-- transaction: on\n-- placeholders: on\n-- compat: expand\nselect 1;"))
                .isEqualTo(Header.NONE);
        assertThat(problems).isEmpty();
    }

    @Test
    void aScriptCanSayThatItBuildsOnNothing() {
        assertThat(read("-- revises: base\nselect 1;").revises()).isEqualTo(new Revises.Named(List.of(), 1));
        assertThat(read("\n-- first\n-- revises:  base \nselect 1;").revises())
                .isEqualTo(new Revises.Named(List.of(), 3));
        assertThat(problems).isEmpty();
        assertThat(problemsOf("-- revises: base, 6"))
                .containsExactly(
                        "V9__a.sql:1: \"base\" is not a version; name the parents like this: -- revises: 6, 8");
    }

    @Test
    void aScriptWithTwoParentsJoinsBranches() {
        assertThat(read("-- revises: 6, 8\n").isMerge()).isTrue();
        assertThat(read("-- revises: 6").isMerge()).isFalse();
        assertThat(read("-- revises: base").isMerge()).isFalse();
        assertThat(read("select 1;").isMerge()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phones", "Phones_2", "p", "heads_of_state", "base1"})
    void aBranchCanHaveAName(String label) {
        assertThat(read("-- branch-label: " + label).branchLabel()).isEqualTo(label);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "2nd", "a b", "a-b", "a@head", "head", "heads", "base", "current", "größe"})
    void aBranchCannotHaveANameThatATargetWouldReadOtherwise(String label) {
        assertThat(problemsOf("-- branch-label: " + label))
                .containsExactly("V9__a.sql:1: \"%s\" cannot be the name of a branch; ".formatted(label)
                        + "write letters, digits and _, a letter first");
        assertThat(read("-- branch-label: " + label).branchLabel()).isNull();
    }

    @Test
    void theRevisionOfAlembicIsKeptAsItIs() {
        assertThat(read("-- alembic: 27c6a30d7c24").alembic()).isEqualTo("27c6a30d7c24");
        assertThat(read("-- alembic: my own id!").alembic()).isEqualTo("my own id!");
        assertThat(problems).isEmpty();
    }

    @Test
    void aKeyThatIsThereTwiceIsAProblem() {
        assertThat(problemsOf("-- revises: 6\n-- compat: contract\n-- revises: 7\nselect 1;"))
                .containsExactly("V9__a.sql:3: the header says \"revises\" twice; say it once");
    }

    @Test
    void anAllowanceNeedsAKnownHazardAndAReason() {
        assertThat(problemsOf("""
            -- allow: blocking-indx the table is small
            -- allow: rain it rains
            -- allow: blocking-index
            -- allow: table-rewrite at night
            -- allow: table-rewrite at noon
            select 1;
            """))
                .containsExactly(
                        "V9__a.sql:1: \"blocking-indx\" is no hazard; did you mean \"blocking-index\"?",
                        "V9__a.sql:2: \"rain\" is no hazard; write one of those in docs/hazards",
                        "V9__a.sql:3: the header allows \"blocking-index\" without a reason; "
                                + "say why: -- allow: blocking-index REASON",
                        "V9__a.sql:5: the header allows \"table-rewrite\" twice; say it once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--transaction:off",
                "   --   transaction :  off   ",
                "\n\n-- Adds an index.\n--\n\n-- transaction: off",
                "-- transaction: off\r\n-- more\r\n"
            })
    void blanksAndOtherCommentsDoNotMatter(String header) {
        assertThat(read(header + "\nselect 1;").transaction()).isFalse();
        assertThat(problems).isEmpty();
    }

    @Test
    void theHeaderEndsAtTheFirstStatement() {
        assertThat(problemsOf("select 1;\n-- transaction: off\n-- compat: nonsense\n-- transactoin: off"))
                .isEmpty();
        assertThat(read("select 1;\n-- transaction: off")).isEqualTo(Header.NONE);
    }

    @Test
    void valuesThatMeanNothingAreProblemsAllAtOnce() {
        assertThat(problemsOf("""
            -- revises: 6, x,
            -- transaction: no
            -- lock-timeout: 2 seconds

            -- compat: Contract
            select 1;
            """))
                .containsExactly(
                        "V9__a.sql:1: \"x\" is not a version; name the parents like this: -- revises: 6, 8",
                        "V9__a.sql:1: \"\" is not a version; name the parents like this: -- revises: 6, 8",
                        "V9__a.sql:2: \"no\" is neither on nor off; write -- transaction: off",
                        "V9__a.sql:3: \"2 seconds\" is not a duration; "
                                + "write a number with ms, s or m, for example 500ms, 2s, 10m",
                        "V9__a.sql:5: \"Contract\" is neither expand nor contract; write -- compat: contract");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "revise: 6           | revise         | revises",
                "Revises: 6, 8       | Revises        | revises",
                "transactions: off   | transactions   | transaction",
                "transactional: off  | transactional  | transaction",
                "lock_timeout: 2s    | lock_timeout   | lock-timeout",
                "locktimeout: 500 ms | locktimeout    | lock-timeout",
                "compatt: contract   | compatt        | compat",
                "COMPAT: contract    | COMPAT         | compat",
                "Revises: base       | Revises        | revises",
                "branch_label: a     | branch_label   | branch-label",
                "Allow: table-rewrite at night | Allow | allow",
                "alow: table-rewrite | alow           | allow"
            })
    void aSlipOfTheKeyIsAProblem(String comment, String key, String meant) {
        assertThat(problemsOf("-- " + comment + "\nselect 1;"))
                .containsExactly("V9__a.sql:1: unknown header key \"%s\"; did you mean \"%s\"?".formatted(key, meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Author: somebody",
                "Revised: 2026-11-21, after review",
                "Revision: 6",
                "Company: Example Ltd",
                "Allows: more users",
                "Also: table rewrite",
                "Transactions: this script needs none",
                "note: transaction: off",
                "transaction off",
                "https://example.org/transaction: off",
                "-----------------------------",
                "SPDX-License-Identifier: Apache-2.0"
            })
    void ordinaryCommentsStayComments(String comment) {
        assertThat(problemsOf("-- " + comment + "\nselect 1;")).isEmpty();
        assertThat(read("-- " + comment + "\nselect 1;")).isEqualTo(Header.NONE);
    }
}
