package dev.slipway.runner.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/// The forms of a report.
enum Format {
    TEXT,
    JSON;

    private static final String OPTION = "--format";
    private static final String VARIABLE = "SLIPWAY_FORMAT";

    /// The option that every command has.
    static OptionSpec option() {
        return OptionSpec.builder(OPTION)
                .paramLabel("FORMAT")
                .type(Format.class)
                .defaultValue("text")
                .completionCandidates(List.of("text", "json"))
                .description("text, or json for one JSON document on standard output")
                .build();
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
        return format.toLowerCase(Locale.ROOT).equals("json") ? JSON : TEXT;
    }
}
