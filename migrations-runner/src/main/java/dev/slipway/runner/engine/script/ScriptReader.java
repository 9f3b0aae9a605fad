package dev.slipway.runner.engine.script;

import dev.slipway.runner.engine.graph.GraphCheck;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns locations into a script set, or reports every fault of every file at once.
public final class ScriptReader {
    private static final Pattern NO_STATEMENT = Pattern.compile("(\\s++|--[^\\n\\r]*+|/\\*(?s:.*?)\\*/)*+");

    private final Map<Version, Script.Versioned> versioned = new TreeMap<>();
    private final Map<Version, Script.Baseline> baselines = new TreeMap<>();
    private final Map<Version, Script.Undo> undo = new TreeMap<>();
    private final Map<String, Script.Repeatable> repeatable = new TreeMap<>();
    private final Map<String, ScriptFile> seen = new HashMap<>();
    private final List<ScriptProblem> problems = new ArrayList<>();

    private ScriptReader() {}

    /// @throws SlipwayException with `ScriptsInvalid` if a file is at fault, with `UsageFailure` if nothing is found
    public static ScriptSet read(List<Location> locations) {
        return inspect(locations).valid();
    }

    /// The scripts together with their faults.
    ///
    /// @throws SlipwayException with `UsageFailure` if nothing is found
    public static Reading inspect(List<Location> locations) {
        Reading reading = new ScriptReader().reading(locations);
        if (reading.scripts().isEmpty() && reading.problems().isEmpty()) {
            throw new SlipwayException(new UsageFailure(
                    "no scripts found in "
                            + locations.stream().map(Location::toString).collect(Collectors.joining(", ")),
                    "put a file like V1__create_users.sql there, or correct --locations"));
        }
        return reading;
    }

    /// The scripts, which may be none yet.
    ///
    /// @throws SlipwayException with `ScriptsInvalid` if a file is at fault
    public static ScriptSet readAny(List<Location> locations) {
        return new ScriptReader().reading(locations).valid();
    }

    private Reading reading(List<Location> locations) {
        locations.forEach(location -> location.files(problems::add).stream()
                .sorted(Comparator.comparing(ScriptFile::origin))
                .forEachOrdered(this::add));
        ScriptSet scripts = new ScriptSet(
                List.copyOf(versioned.values()),
                List.copyOf(baselines.values()),
                List.copyOf(undo.values()),
                List.copyOf(repeatable.values()));
        scripts.undo().forEach(script -> checkUndo(scripts, script));
        scripts.all().forEach(this::checkEmpty);
        GraphCheck.check(scripts, problems::add);
        problems.sort(Comparator.comparing(ScriptProblem::origin).thenComparingInt(ScriptProblem::line));
        return new Reading(scripts, problems);
    }

    private void add(ScriptFile file) {
        if (seen.putIfAbsent(file.origin(), file) != null) {
            return;
        }
        switch (ScriptName.parse(file.fileName())) {
            case ScriptName.Wrong wrong -> problem(file, wrong.what(), wrong.help());
            case ScriptName.Versioned name ->
                unique(
                        versioned,
                        name.version(),
                        new Script.Versioned(name.version(), name.description(), file, header(file)));
            case ScriptName.Baseline name ->
                unique(
                        baselines,
                        name.version(),
                        new Script.Baseline(name.version(), name.description(), file, header(file)));
            case ScriptName.Undo name ->
                unique(undo, name.version(), new Script.Undo(name.version(), name.description(), file, header(file)));
            case ScriptName.Repeatable name ->
                unique(repeatable, name.description(), new Script.Repeatable(name.description(), file, header(file)));
        }
    }

    private Header header(ScriptFile file) {
        return HeaderReader.read(file, problems::add);
    }

    /// What only joins branches needs no statement, nor does what takes it back.
    private void checkEmpty(Script script) {
        boolean mayBe = switch (script) {
            case Script.Versioned merge -> merge.header().isMerge();
            case Script.Baseline begun -> false;
            case Script.Undo taken ->
                Optional.ofNullable(versioned.get(taken.version()))
                        .filter(merge -> merge.header().isMerge() && isEmpty(merge))
                        .isPresent();
            case Script.Repeatable repeated -> false;
        };
        if (!mayBe && isEmpty(script)) {
            problem(script.file(), "the script is empty", "write its SQL, or delete the file");
        }
    }

    private static boolean isEmpty(Script script) {
        return NO_STATEMENT.matcher(script.file().text()).matches();
    }

    private <K, S extends Script> void unique(Map<K, S> known, K key, S script) {
        S former = known.putIfAbsent(key, script);
        if (former != null) {
            problem(
                    script.file(),
                    "\"%s\" is taken already by %s".formatted(key, former.file().origin()),
                    "give one of the two another version or description");
        }
    }

    /// Databases from before a baseline script may still have what it takes back.
    private void checkUndo(ScriptSet scripts, Script.Undo script) {
        if (!versioned.containsKey(script.version()) && !scripts.isCovered(script.version())) {
            problem(
                    script.file(),
                    "there is no script of version %s that it could undo".formatted(script.version()),
                    "add the V script, or correct the version");
        }
    }

    private void problem(ScriptFile file, String what, String help) {
        problems.add(new ScriptProblem(file.origin(), 0, what, help));
    }
}
