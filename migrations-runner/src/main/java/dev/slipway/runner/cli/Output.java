package dev.slipway.runner.cli;

import dev.slipway.runner.command.Report;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Failure;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The only place that prints. Reports go to standard output, problems and warnings to standard error; with
/// `--format json` standard output holds exactly one document, whatever the outcome. Every line is redacted here.
final class Output {
    private final Format format;
    private final Redaction redaction;
    private final PrintStream out;
    private final PrintStream err;
    private final TerminationLog log;
    private final Set<String> warnings = new LinkedHashSet<>();

    private Output(Format format, Redaction redaction, PrintStream out, PrintStream err, TerminationLog log) {
        this.format = format;
        this.redaction = redaction;
        this.out = out;
        this.err = err;
        this.log = log;
    }

    static Output of(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        return new Output(
                Format.of(arguments, environment),
                Redaction.of(arguments, environment),
                out,
                err,
                TerminationLog.of(environment));
    }

    /// Progress is text in both formats; beside a JSON document it goes to standard error.
    Progress progress() {
        return progress(format == Format.JSON ? err : out);
    }

    /// For a command that writes something else than its progress to standard output.
    Progress aside() {
        return progress(err);
    }

    private Progress progress(PrintStream stream) {
        return new ProgressText(line -> stream.println(redaction.redact(line)));
    }

    /// Where help and version go.
    PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /// The same one is told once.
    void warning(String text) {
        String redacted = redaction.redact(text);
        if (warnings.add(redacted)) {
            err.println("warning: " + redacted);
        }
    }

    void report(Report report) {
        String text = format == Format.JSON ? Json.of(report, warnings) : report.text();
        out.println(report.exact() ? text : redaction.redact(text));
        out.flush();
    }

    void failure(Failure failure) {
        String text = redaction.redact(FailureText.of(failure));
        log.write(text + "\n");
        if (format == Format.JSON) {
            out.println(redaction.redact(Json.of(failure)));
            out.flush();
        } else {
            out.flush();
            err.println(text);
            err.flush();
        }
    }
}
