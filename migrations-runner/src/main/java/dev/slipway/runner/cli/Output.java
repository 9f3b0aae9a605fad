package dev.slipway.runner.cli;

import dev.slipway.runner.command.Report;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.review.Review;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The only place that prints. Reports go to standard output, problems and warnings to standard error; with
/// another format than text standard output holds exactly one document, whatever the outcome, or for many tenants a
/// line of JSON for each and one for all. Every line is redacted here, and printable.
final class Output {
    private final Format format;
    private final String command;
    private final Map<String, String> environment;
    private final Redaction redaction;
    private final PrintStream out;
    private final PrintStream err;
    private final TerminationLog log;
    private boolean inLines;
    private final Set<String> warnings = new LinkedHashSet<>();

    Output(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.format = Format.of(arguments, environment);
        this.command = Invocation.withDefaultCommand(arguments).getFirst();
        this.environment = environment;
        this.redaction = Redaction.of(arguments, environment);
        this.out = out;
        this.err = err;
        this.log = TerminationLog.of(environment);
    }

    /// Progress is text in all formats; beside a document it goes to standard error.
    Progress progress() {
        return progress(format == Format.TEXT ? out : err);
    }

    /// For a command that writes something else than its progress to standard output.
    Progress aside() {
        return progress(err);
    }

    private Progress progress(PrintStream stream) {
        return new ProgressText(line -> stream.println(said(line)));
    }

    private String safe(String text) {
        return Printable.of(redaction.redact(text));
    }

    /// Without secrets, and where GitHub reads along without commands.
    String said(String text) {
        boolean read = format == Format.GITHUB || "true".equals(environment.get("GITHUB_ACTIONS"));
        return read ? GithubText.harmless(safe(text)) : safe(text);
    }

    /// Where help and version go.
    PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /// The same one is told once.
    synchronized void warning(String text) {
        if (warnings.add(redaction.redact(text))) {
            err.println("warning: " + said(text));
        }
    }

    /// One of many results, for machines: a line of JSON. What comes after it is one, too.
    synchronized void line(Record data) {
        if (format == Format.JSON) {
            inLines = true;
            out.println(safe(Json.line(data)));
            out.flush();
        }
    }

    void report(Report report) {
        Review review = report.review();
        switch (format) {
            case TEXT -> print(report, report.text());
            case JSON -> print(report, Json.of(report, warnings, inLines));
            case GITHUB, SARIF, MARKDOWN -> {
                if (review == null) {
                    throw new IllegalStateException("no review of " + command);
                }
                print(review, report.exitCode(), true);
            }
        }
    }

    private void print(Report report, String text) {
        out.println(report.exact() ? text : safe(text));
        out.flush();
    }

    /// Secrets are masked first, since the escapes of a format hide them.
    private void print(Review review, ExitCode exitCode, boolean ended) {
        Review safe = review.map(redaction::redact);
        RemarkPlace.Finder places = RemarkPlace.Finder.of(environment, review.home());
        out.println(Printable.of(
                switch (format) {
                    case SARIF -> Sarif.of(safe, places, exitCode.code(), ended);
                    case MARKDOWN -> MarkdownText.of(safe, places);
                    case GITHUB, TEXT, JSON -> GithubText.of(safe, places);
                }));
        out.flush();
        if (ended && !isSeen()) {
            err.println(Printable.of(safe.summary()));
        }
    }

    /// Whether somebody who looks at the document reads the summary in it.
    private boolean isSeen() {
        return format == Format.GITHUB || (format == Format.MARKDOWN && Terminal.isThere());
    }

    void failure(Failure failure) {
        String text = safe(FailureText.of(failure));
        log.write(text + "\n");
        switch (format) {
            case TEXT -> out.flush();
            case JSON -> {
                out.println(safe(Json.of(failure, inLines)));
                out.flush();
            }
            case GITHUB, SARIF, MARKDOWN -> print(FailureReview.of(failure, command), failure.exitCode(), false);
        }
        if (format != Format.JSON && format != Format.GITHUB) {
            err.println(said(text));
            err.flush();
        }
    }
}
