package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.NearMiss;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.Allowance;
import dev.slipway.runner.model.script.BatchHeader;
import dev.slipway.runner.model.script.BridgeHeader;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.sql.Bridge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the header: `-- key: value` in the comment lines before the first statement.
///
/// A comment with another key is an ordinary comment, so scripts written for Flyway stay valid. Only a key close to a
/// known one, with a value that one takes, must be a slip.
final class HeaderReader {
    private static final Map<String, Pattern> KEYS = Map.of(
            "revises",
            Pattern.compile("base|[\\d._, ]+"),
            "transaction",
            Pattern.compile("(?i)on|off"),
            "placeholders",
            Pattern.compile("(?i)on|off"),
            "lock-timeout",
            Pattern.compile("\\d+ ?\\w*"),
            "compat",
            Pattern.compile("(?i)expand|contract"),
            "branch-label",
            Pattern.compile("\\w+"),
            "batch",
            Pattern.compile("(?:\\w+_)?id|.+ (?:time|pause|lag)=.+"),
            "bridge",
            Pattern.compile(".*<->.*"),
            Allowances.KEY,
            Allowances.PATTERN);
    private static final Set<String> OFTEN = Set.of(Allowances.KEY, "bridge");
    private static final Pattern LINE = Pattern.compile("--\\s*([A-Za-z][A-Za-z_-]*)\\s*:\\s*(.*?)\\s*");

    private final ScriptFile file;
    private final Consumer<ScriptProblem> problems;
    private Revises revises = new Revises.Preceding();
    private boolean transaction;
    private boolean placeholders;
    private @Nullable Duration lockTimeout;
    private boolean contract;
    private @Nullable String branchLabel;
    private @Nullable String alembic;
    private @Nullable BatchHeader batch;
    private final List<BridgeHeader> bridges = new ArrayList<>();
    private final Allowances allowances;
    private final List<Allowance> outside;
    private final Set<String> seen = new HashSet<>();
    private int number;

    private HeaderReader(ScriptFile file, ScriptSettings settings, Consumer<ScriptProblem> problems) {
        this.file = file;
        this.transaction = settings.transaction();
        this.placeholders = settings.placeholders();
        this.allowances = new Allowances(file.path(), (line, what, help) -> problem(what, help));
        this.outside = settings.allowances();
        this.problems = problems;
    }

    /// @param settings what holds where the header does not say otherwise
    static Header read(ScriptFile file, ScriptSettings settings, Consumer<ScriptProblem> problems) {
        HeaderReader reader = new HeaderReader(file, settings, problems);
        file.text()
                .lines()
                .map(String::strip)
                .takeWhile(line -> line.isEmpty() || line.startsWith("--"))
                .forEachOrdered(reader::readLine);
        return new Header(
                reader.revises,
                reader.transaction,
                reader.placeholders,
                reader.lockTimeout,
                reader.contract,
                reader.branchLabel,
                reader.alembic,
                reader.allowances.and(reader.outside),
                reader.batch,
                reader.bridges);
    }

    private void readLine(String line) {
        number++;
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return;
        }
        String key = matcher.group(1);
        String value = matcher.group(2);
        if (KEYS.containsKey(key) && !OFTEN.contains(key) && !seen.add(key)) {
            problem("the header says \"%s\" twice".formatted(key), "say it once");
        }
        switch (key) {
            case "revises" -> revises = readRevises(value);
            case "transaction" -> transaction = readChoice(key, value, "on", "off");
            case "placeholders" -> placeholders = readChoice(key, value, "on", "off");
            case "lock-timeout" -> lockTimeout = readDuration(value).orElse(null);
            case "compat" -> contract = !readChoice(key, value, "expand", "contract");
            case "branch-label" -> branchLabel = readLabel(value);
            case "alembic" -> alembic = value;
            case "batch" -> batch = new BatchHeader(value, number);
            case "bridge" -> readBridge(value);
            case Allowances.KEY -> allowances.read(value, number);
            default ->
                NearMiss.of(key, keysThatTake(value))
                        .ifPresent(meant -> problem(
                                "unknown header key \"%s\"".formatted(key), "did you mean \"%s\"?".formatted(meant)));
        }
    }

    private static List<String> keysThatTake(String value) {
        return KEYS.entrySet().stream()
                .filter(key -> key.getValue().matcher(value).matches())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Revises readRevises(String value) {
        List<Version> versions = new ArrayList<>();
        if (value.equals(Revises.NONE)) {
            return new Revises.Named(versions, number);
        }
        for (String part : value.split(",", -1)) {
            Version.parse(part.strip())
                    .ifPresentOrElse(
                            versions::add,
                            () -> problem(
                                    "\"%s\" is not a version".formatted(part.strip()),
                                    "name the parents like this: -- revises: 6, 8"));
        }
        return new Revises.Named(versions, number);
    }

    private @Nullable String readLabel(String value) {
        if (Header.isLabel(value)) {
            return value;
        }
        problem(
                "\"%s\" cannot be the name of a branch".formatted(value),
                "write letters, digits and _, a letter first");
        return null;
    }

    /// A comment without the sign between two sides is any comment.
    private void readBridge(String value) {
        if (!Bridge.isMeant(value)) {
            return;
        }
        switch (Bridge.read(value)) {
            case Bridge.Reading.Read(Bridge bridge) -> bridges.add(new BridgeHeader(bridge, number));
            case Bridge.Reading.Refused(String what) ->
                problem("\"%s\" declares no bridge: %s".formatted(value, what), Bridge.FORM);
        }
    }

    private boolean readChoice(String key, String value, String yes, String no) {
        if (!value.equals(yes) && !value.equals(no)) {
            problem("\"%s\" is neither %s nor %s".formatted(value, yes, no), "write -- %s: %s".formatted(key, no));
        }
        return !value.equals(no);
    }

    private Optional<Duration> readDuration(String value) {
        Optional<Duration> duration = Durations.parse(value);
        if (duration.isEmpty()) {
            problem("\"%s\" is not a duration".formatted(value), "write " + Durations.FORM);
        }
        return duration;
    }

    private void problem(String what, String help) {
        problems.accept(new ScriptProblem(file.origin(), number, what, help));
    }
}
