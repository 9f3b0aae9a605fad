package dev.slipway.runner.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/// The forms of a report. The last three are for services that show a change.
enum Format {
    TEXT,
    JSON,
    GITHUB,
    SARIF,
    MARKDOWN;

    private static final String OPTION = "--format";
    private static final String VARIABLE = "SLIPWAY_FORMAT";

    /// The option that every command has.
    ///
    /// @param reviewing whether the command has all of them
    static OptionSpec option(boolean reviewing) {
        List<String> words = Arrays.stream(values())
                .filter(format -> reviewing || format.isGeneral())
                .map(Format::word)
                .toList();
        return OptionSpec.builder(OPTION)
                .paramLabel("FORMAT")
                .type(Format.class)
                .converters(text -> parse(text, words))
                .defaultValue("text")
                .completionCandidates(words)
                .description("text, or json: one document, or a line for each of many tenants; check, plan and prove "
                        + "also have github, sarif and markdown")
                .build();
    }

    private static Format parse(String text, List<String> words) {
        return of(text).filter(format -> words.contains(format.word()))
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is not one of %s".formatted(text, String.join(", ", words))));
    }

    private boolean isGeneral() {
        return this == TEXT || this == JSON;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Format> of(String text) {
        return Stream.of(values())
                .filter(format -> format.word().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The format asked for, found without understanding the rest: a command line with a mistake has to be reported in
    /// it.
    static Format of(List<String> arguments, Map<String, String> environment) {
        String format = environment.getOrDefault(VARIABLE, "text");
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals(OPTION) && i + 1 < arguments.size()) {
                format = arguments.get(i + 1);
            } else if (argument.startsWith(OPTION + "=")) {
                format = argument.substring(OPTION.length() + 1);
            }
        }
        return of(format).orElse(TEXT);
    }
}
