package dev.slipway.runner.cli;

import dev.slipway.runner.model.ExitCode;
import java.util.Arrays;
import java.util.stream.Collectors;

/// `docs/exit-codes.md`.
final class ExitCodesDocument {
    private static final String TEXT = """
            # Exit codes

            Written from the code: change `ExitCode` and run `scripts/write-docs`.

            They are the same for every command.

            | code | name | means |
            |---|---|---|
            %s

            Only 0 means that the database is where it was asked to be. After any other code the same command may be run
            again: what was applied stays applied, and the next run goes on from there. The message names the next step.

            `./slipway` itself ends with 69 if it finds no JDK 25 or no Maven, or if the runner cannot be built.
            """;

    private ExitCodesDocument() {}

    static GeneratedDocument render() {
        String rows = Arrays.stream(ExitCode.values())
                .map(code -> "| %d | `%s` | %s |".formatted(code.code(), code, code.meaning()))
                .collect(Collectors.joining("\n"));
        return new GeneratedDocument("docs/exit-codes.md", TEXT.formatted(rows));
    }
}
