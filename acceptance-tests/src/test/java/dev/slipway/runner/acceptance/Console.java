package dev.slipway.runner.acceptance;

import dev.slipway.runner.RunnerCommand;
import dev.slipway.runner.cli.Checkout;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Runs what a document shows behind `$`, in a shell, and tells whether it prints what the document says.
public record Console(Path folder, TestDatabase database) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```$");

    /// A command and what it is said to print; a line `...` stands for any lines.
    public record Shown(String command, String output) {}

    /// What a section of a document shows, in order.
    public static List<Shown> in(String document, String heading) {
        String text = Checkout.read(document);
        int start = text.indexOf(heading + "\n");
        if (start < 0) {
            throw new IllegalArgumentException("no %s in %s".formatted(heading, document));
        }
        int end = text.indexOf("\n## ", start + heading.length());
        return BLOCK.matcher(text.substring(start, end < 0 ? text.length() : end))
                .results()
                .flatMap(block -> Pattern.compile("\\$ (.*)\\n((?:(?!\\$ ).*\\n)*)")
                        .matcher(block.group(1))
                        .results())
                .map((MatchResult shown) -> new Shown(shown.group(1), shown.group(2)))
                .toList();
    }

    /// What the commands print, written like the document.
    public List<Shown> run(List<Shown> document) {
        return document.stream().map(this::run).toList();
    }

    private Shown run(Shown shown) {
        String printed = masked(bash(shown.command()));
        String expected = masked(shown.output());
        String pattern = expected.lines()
                .map(line -> line.equals("...") ? "(?:.*\\n)*?" : Pattern.quote(line) + "\\n")
                .collect(Collectors.joining());
        return new Shown(shown.command(), printed.matches(pattern) ? shown.output() : printed);
    }

    private String bash(String command) {
        if (command.startsWith("export ")) {
            return "";
        }
        try {
            Path out = Files.createTempFile("console", ".txt");
            ProcessBuilder builder = new ProcessBuilder("bash", "-c", "set -o pipefail\n" + command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            builder.environment().put("PATH", programs() + ":" + System.getenv("PATH"));
            builder.environment().put("ALEMBIC_URL", database.url());
            builder.environment().put("SLIPWAY_SCRATCH_URL", Proved.scratchUrl());
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            if (!command.contains("import-alembic")) {
                builder.environment().put("DATABASE_URL", database.url());
            }
            int code = builder.start().waitFor();
            String printed = Files.readString(out, StandardCharsets.UTF_8);
            Files.delete(out);
            return code == 0 ? printed : printed + "exit " + code + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A folder with a program `slipway` that runs the classes of this build.
    private Path programs() throws IOException {
        Path bin = Files.createDirectories(folder.resolveSibling("bin"));
        Path program = bin.resolve("slipway");
        if (Files.notExists(program)) {
            Files.writeString(
                    program,
                    "#!/usr/bin/env bash\nexec '%s' \"$@\"\n".formatted(String.join("' '", RunnerCommand.words())));
            if (!program.toFile().setExecutable(true)) {
                throw new IllegalStateException(program + " cannot be made executable");
            }
        }
        return bin;
    }

    private String masked(String text) {
        List<String> lines = new ArrayList<>();
        text.lines()
                .map(line -> line.replaceAll("\\b" + database.name() + "\\b", "app")
                        .replaceAll("localhost:\\d+", "localhost:PORT")
                        .replaceAll("\\b[\\d,]+ writes/s\\b", "N writes/s")
                        .replaceAll("\\b\\d+(\\.\\d)? (ms|s)\\b", "TIME"))
                .filter(line -> !line.endsWith(": still running after TIME"))
                .forEach(lines::add);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
