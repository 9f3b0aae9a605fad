package dev.slipway.runner.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Version;
import java.util.List;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScriptNameTest {
    private static final List<String> NAMES = List.of(
            "V1__a.sql",
            "V1.sql",
            "V1__.sql",
            "V1___a.sql",
            "V1__a__b.sql",
            "V1__2__a.sql",
            "V1_2__a_b.sql",
            "V1.2__a.sql",
            "V01__a.sql",
            "V1__ a .sql",
            "V1__a.b.sql",
            "V1__a_.sql",
            "V1__a.SQL",
            "V20261121093000__größe.sql",
            "R__a.sql",
            "R___a.sql",
            "R__a_b__c.sql",
            "V__a.sql",
            "V1_a.sql",
            "V1-2__a.sql",
            "V1a__a.sql",
            "V 1__a.sql",
            "V1 __a.sql",
            "V1.__a.sql",
            "V1..2__a.sql",
            "v1__a.sql",
            "VV1__a.sql",
            "R1__a.sql",
            "afterFoo.sql",
            "readme.sql",
            "1__a.sql");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V7__add_phone.sql | Versioned[version=7, description=add phone]",
                "V7.sql            | Versioned[version=7, description=]",
                "V1_2__a__b_c.sql  | Versioned[version=1.2, description=a  b c]",
                "V1.2.3__a.b.sql   | Versioned[version=1.2.3, description=a.b]",
                "V007__a.SQL       | Versioned[version=007, description=a]",
                "U7__add_phone.sql | Undo[version=7, description=add phone]",
                "B7__as_of_7.sql   | Baseline[version=7, description=as of 7]",
                "R__all_views.sql  | Repeatable[description=all views]"
            })
    void saysWhatAFileIs(String fileName, String script) {
        assertThat(ScriptName.parse(fileName)).hasToString(script);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "readme.sql           | the name is not that of a script",
                "v7__a.sql            | the name is not that of a script",
                "b7__a.sql            | the name is not that of a script",
                "V__a.sql             | \"\" is not a version: it may have digits, parted by . or _",
                "V7_a.sql             | \"7_a\" is not a version: it may have digits, parted by . or _",
                "V-7__a.sql           | \"-7\" is not a version: it may have digits, parted by . or _",
                "V7-1__a.sql          | \"7-1\" is not a version: it may have digits, parted by . or _",
                "U7a__b.sql           | \"7a\" is not a version: it may have digits, parted by . or _",
                "R7__a.sql            | a repeatable script has no version before its two underscores",
                "R_a.sql              | a repeatable script has no version before its two underscores",
                "R__.sql              | a repeatable script needs a description",
                "R.sql                | a repeatable script needs a description",
                "V7__a.sql.conf       | Flyway's configuration files for single scripts are not read",
                "beforeMigrate.sql    | Flyway's callbacks are not run",
                "afterEachUndo__a.sql | Flyway's callbacks are not run",
                "createSchema.sql     | Flyway's callbacks are not run"
            })
    void saysWhatIsWrongWithAName(String fileName, String what) {
        assertThat(ScriptName.parse(fileName)).isInstanceOf(ScriptName.Wrong.class);
        assertThat(((ScriptName.Wrong) ScriptName.parse(fileName)).what()).isEqualTo(what);
        assertThat(((ScriptName.Wrong) ScriptName.parse(fileName)).help()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__a.sql", "V1__a.SQL", "readme.sql", "V1__a.sql.conf", "beforeMigrate.sql"})
    void sqlFilesTakePart(String fileName) {
        assertThat(ScriptName.concerns(fileName)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                ".V1__a.sql",
                ".V1__a.sql.swp",
                "V1__a.sql~",
                "V1__a.sql.bak",
                "V1__a",
                "manifest.json"
            })
    void otherFilesTakeNoPart(String fileName) {
        assertThat(ScriptName.concerns(fileName)).isFalse();
    }

    @Test
    void readsNamesAsFlywayDoes() {
        assertThat(NAMES.stream().map(ScriptNameTest::ours))
                .containsExactlyElementsOf(
                        NAMES.stream().map(ScriptNameTest::flyway).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"V-7__a.sql", "R__.sql", "R.sql", "beforeMigrate.sql", "createSchema.sql"})
    void refusesSomeNamesThatFlywayTakes(String fileName) {
        assertThat(flyway(fileName)).isNotEqualTo("invalid");
        assertThat(ours(fileName)).isEqualTo("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1_a.sql", "v1__a.sql", "V__a.sql", "R1__a.sql", "V1-2__a.sql", "readme.sql"})
    void whatFlywaySilentlyPassesOverIsAProblem(String fileName) {
        assertThat(flyway(fileName)).isEqualTo("invalid");
        assertThat(ScriptName.concerns(fileName)).isTrue();
        assertThat(ScriptName.parse(fileName)).isInstanceOf(ScriptName.Wrong.class);
    }

    private static String ours(String fileName) {
        return switch (ScriptName.parse(fileName)) {
            case ScriptName.Versioned(Version version, String description) ->
                "V %s \"%s\"".formatted(version, description);
            case ScriptName.Repeatable(String description) -> "R null \"%s\"".formatted(description);
            case ScriptName.Baseline(Version version, String description) ->
                "B %s \"%s\"".formatted(version, description);
            case ScriptName.Undo(Version version, String description) -> "U %s \"%s\"".formatted(version, description);
            case ScriptName.Wrong _ -> "invalid";
        };
    }

    private static String flyway(String fileName) {
        ResourceName parsed = new ResourceNameParser(new ClassicConfiguration()).parse(fileName);
        return parsed.isValid()
                ? "%s %s \"%s\"".formatted(parsed.getPrefix(), parsed.getVersion(), parsed.getDescription())
                : "invalid";
    }
}
