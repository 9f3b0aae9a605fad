package dev.slipway.runner.engine.plan;

import static dev.slipway.runner.Given.repeatable;
import static dev.slipway.runner.Given.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.engine.script.ScriptsInvalid;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepReaderTest {
    private static final Header WITHOUT_TRANSACTION =
            new Header(new Revises.Preceding(), false, true, null, false, null, null, List.of());

    private static List<Step> read(Script.Versioned... scripts) {
        return StepReader.read(new Pending(Arrays.asList(scripts), List.of()), new Placeholders(Map::of));
    }

    @Test
    void splitsEveryScript() {
        Script.Versioned one = versioned("1", "select 1;\nselect 2;");
        Script.Repeatable views = repeatable("views", "select 3;");
        Pending pending = new Pending(List.of(one), List.of(new Pending.Repeat(views, 77)));
        assertThat(StepReader.read(pending, new Placeholders(Map::of)))
                .containsExactly(
                        new Step(
                                one,
                                one.file().checksum(),
                                List.of(new Statement("select 1", 1, 1, null), new Statement("select 2", 2, 1, null)),
                                true),
                        new Step(views, 77, List.of(new Statement("select 3", 1, 1, null)), true));
    }

    @Test
    void fillsPlaceholdersInAndKeepsTheChecksumOfTheFile() {
        Script.Versioned script = versioned("1", "grant all on t to ${Owner}; -- ${flyway:filename}");
        Step step = StepReader.read(
                        new Pending(List.of(script), List.of()), new Placeholders(() -> Map.of("owner", "alice")))
                .getFirst();
        assertThat(step.statements()).extracting(Statement::sql).containsExactly("grant all on t to alice");
        assertThat(step.checksum()).isEqualTo(script.file().checksum());
    }

    @Test
    void asksForPlaceholdersOnlyIfAScriptHasOne() {
        AtomicInteger asked = new AtomicInteger();
        Placeholders placeholders = new Placeholders(() -> {
            asked.incrementAndGet();
            return Map.of("name", "x");
        });
        StepReader.read(new Pending(List.of(versioned("1", "select '$ {name}';")), List.of()), placeholders);
        assertThat(asked).hasValue(0);
        StepReader.read(new Pending(List.of(versioned("1", "select '${name}';")), List.of()), placeholders);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1; create index i on t (a);              | true",
                "select 1; create index concurrently i on t (a); | false",
                "vacuum;                                         | false",
                "select 'vacuum'; -- vacuum                      | true"
            })
    void runsInATransactionUnlessAStatementCannot(String text, boolean transactional) {
        assertThat(read(versioned("1", text)).getFirst().transactional()).isEqualTo(transactional);
    }

    @Test
    void runsWithoutATransactionIfTheHeaderSaysSo() {
        Step step = read(versioned("1", "begin; select 1; commit;", WITHOUT_TRANSACTION))
                .getFirst();
        assertThat(step.transactional()).isFalse();
        assertThat(step.statements()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1                                              | true  | select 1",
                "begin; select 1; commit                               | true  | select 1",
                "set a.b = 1; begin; select 1; end; reset a.b          | true  | set a.b = 1;select 1;reset a.b",
                "start transaction; select 1                           | true  | select 1",
                "select 1; commit                                      | true  | select 1",
                "begin; savepoint a; rollback to a; commit             | true  | savepoint a;rollback to a",
                "begin; commit                                         | true  | ''",
                "begin; select 1; rollback                             | false | begin;select 1;rollback",
                "select 1; rollback                                    | false | begin;select 1;rollback",
                "rollback; select 1                                    | false | rollback;select 1",
                "select 1; commit; select 2; abort                     | false | select 1;commit;begin;select 2;abort",
                "select 1; begin; select 2; rollback                   | false | begin;select 1;select 2;rollback",
                "begin; select 1; commit; select 2; rollback and chain | false | begin;select 1;commit;begin;select 2;rollback;begin;commit",
                "begin; select 1; commit; select 2                     | false | begin;select 1;commit;select 2",
                "select 1; commit; select 2; commit                    | false | select 1;commit;select 2;commit",
                "begin; select 1; commit; begin; select 2              | false | begin;select 1;commit;begin;select 2;commit",
                "begin isolation level serializable; select 1; commit  | false | begin isolation level serializable;select 1;commit",
                "begin; select 1; commit and chain; select 2; commit   | false | begin;select 1;commit;begin;select 2;commit"
            })
    void takesTheTransactionAroundAScriptForItsOwn(String text, boolean transactional, String statements) {
        Step step = read(versioned("1", text)).getFirst();
        assertThat(step.transactional()).isEqualTo(transactional);
        assertThat(step.statements().stream().map(Statement::sql).collect(Collectors.joining(";")))
                .isEqualTo(statements);
    }

    @Test
    void namesEveryFaultOfEveryScript() {
        SlipwayException exception = catchThrowableOfType(
                SlipwayException.class,
                () -> read(
                        versioned("1", "select 1;"),
                        versioned("2", "begin;\nselect 1;\n-- and\n  commit;"),
                        versioned("3", "select 1;\nselect '${one}';\nselect '${two}';"),
                        versioned("4", "select 1;\n\ncopy t from stdin;\n1\n"),
                        versioned("5", "select 1; /* from here on\nselect 2;"),
                        versioned("6", "create function f() returns int\nbegin atomic select 1;"),
                        versioned("7", "rollback to savepoint a;")));
        assertThat(((ScriptsInvalid) exception.failure()).details())
                .containsExactly(
                        "/scripts/V3__step.sql:2: placeholder \"one\" has no value; give it one: --placeholder one=value, "
                                + keep("V3__step.sql"),
                        "/scripts/V3__step.sql:3: placeholder \"two\" has no value; give it one: --placeholder two=value, "
                                + keep("V3__step.sql"),
                        "/scripts/V4__step.sql:3: COPY ... FROM STDIN has no closing \\. line; let a line \\. follow its rows",
                        "/scripts/V5__step.sql:1: the comment that begins here does not end; close what is open",
                        "/scripts/V6__step.sql:2: the body that begins here does not end; close what is open");
    }

    private static String keep(String file) {
        return "or keep the text as it is: -- placeholders: off at the top, or, once it was applied, "
                + "placeholderReplacement=false in %s.conf".formatted(file);
    }
}
