package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.runner.acceptance.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/// What the program says of itself.
final class HelpTest {
    private static final Pattern CALL = Pattern.compile("\\bslipway((?: (?:\"[^\"]*\"|'[^']*'|[^\\s\"'|>)]+))*)");

    @Test
    void everyCommandShowsExamples() {
        assertThat(CommandModel.commands()).hasSizeGreaterThan(8).allSatisfy(command -> {
            assertThat(CommandModel.examples(command)).as(command.name()).isNotEmpty();
            assertThat(Run.with(Map.of(), command.name(), "--help").out())
                    .startsWith("Usage: slipway " + command.name())
                    .contains("\nExamples:\n  ");
        });
    }

    @Test
    void everyExampleIsACommandLine() {
        List<String> calls = Stream.concat(
                        CommandModel.commands().stream(),
                        Stream.of(CommandModel.commandLine().getCommandSpec()))
                .flatMap(command -> CommandModel.examples(command).stream())
                .toList();
        assertThat(calls).hasSizeGreaterThan(15).allSatisfy(example -> {
            Matcher call = CALL.matcher(example);
            assertThat(call.find()).as(example).isTrue();
            String[] arguments =
                    Invocation.withDefaultCommand(words(call.group(1))).toArray(String[]::new);
            assertThatCode(() -> CommandModel.commandLine().parseArgs(arguments))
                    .as(example)
                    .doesNotThrowAnyException();
        });
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("([\"'])(.*?)\\1|\\S+").matcher(text);
        while (word.find()) {
            words.add(word.group(2) == null ? word.group() : word.group(2));
        }
        return words;
    }

    @Test
    void listsEveryCommandInOneLine() {
        String help = Run.with(Map.of(), "--help").out();
        assertThat(CommandModel.commands())
                .extracting(CommandSpec::name)
                .allSatisfy(name -> assertThat(help).containsOnlyOnce("\n  " + name));
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
        assertThat(Run.with(Map.of(), "help").out()).isEqualTo(help);
        assertThat(Run.with(Map.of(), "help", "heads").out())
                .isEqualTo(Run.with(Map.of(), "heads", "--help").out());
    }

    @Test
    void noLineOfAHelpIsBrokenByItsWidth() {
        assertThat(CommandModel.commands())
                .allSatisfy(command -> assertThat(List.of(command.usageMessage().footer()))
                        .as(command.name())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThan(110)));
    }

    @Test
    void groupsTheCommands() {
        assertThat(Run.with(Map.of(), "--help").out().lines().filter(line -> line.matches("[A-Z][a-z ]+:")))
                .contains("Change a database:", "Look at a database:", "Look at the scripts:", "Examples:");
    }

    @Test
    void saysWhichCommandIsUnknown() {
        assertThat(Run.with(Map.of(), "histroy").text()).isEqualTo("""
            exit 2
            --- stderr
            error: unknown command "histroy"
              state: nothing was changed
              help:  did you mean history? see `slipway --help`
            """);
    }

    @Test
    void showsTheVersionForEveryCommand() {
        assertThat(Run.with(Map.of(), "--version").text()).startsWith("exit 0\nslipway ");
        assertThat(Run.with(Map.of(), "heads", "--version").text())
                .isEqualTo(Run.with(Map.of(), "--version").text());
    }
}
