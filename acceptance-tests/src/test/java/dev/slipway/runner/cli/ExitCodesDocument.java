package dev.slipway.runner.cli;

import dev.slipway.runner.model.ExitCode;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `docs/exit-codes.md`.
final class ExitCodesDocument {
    private static final String SERVICE = "backend-service/src/main/java/dev/slipway/backend/ServiceExitCode.java";
    private static final String TEXT = """
            # Exit codes

            Written from the code: change `ExitCode` and run `scripts/write-docs`.

            ## The runner

            They are the same for every command.

            | code | name | means |
            |---|---|---|
            %s

            Only 0 means that the database is where it was asked to be. After any other code the same command may be run
            again: what was applied stays applied, and the next run goes on from there. The message names the next step.

            `./slipway` itself ends with 69 if it finds no JDK 25 or no Maven, or if the runner cannot be built.

            ## The service

            | code | name | means |
            |---|---|---|
            %s
            """;

    private ExitCodesDocument() {}

    static GeneratedDocument render() {
        String runner = Arrays.stream(ExitCode.values())
                .map(code -> row(Integer.toString(code.code()), code.name(), code.meaning()))
                .collect(Collectors.joining("\n"));
        String service = Pattern.compile("([A-Z_]+)\\((\\d+), \"([^\"]+)\"\\)")
                .matcher(Checkout.read(SERVICE))
                .results()
                .map(result -> row(result.group(2), result.group(1), result.group(3)))
                .collect(Collectors.joining("\n"));
        return new GeneratedDocument("docs/exit-codes.md", TEXT.formatted(runner, service));
    }

    private static String row(String code, String name, String meaning) {
        return "| %s | `%s` | %s |".formatted(code, name, meaning);
    }
}
