package dev.slipway.runner.engine.script;

import dev.slipway.runner.engine.graph.GraphCheck;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Turns locations into a script set, or reports every fault of every file at once.
public final class ScriptReader {
    private final Map<Version, Script.Versioned> versioned = new TreeMap<>();
    private final Map<Version, Script.Baseline> baselines = new TreeMap<>();
    private final Map<Version, Script.Undo> undo = new TreeMap<>();
    private final Map<String, Script.Repeatable> repeatable = new TreeMap<>();
    private final Map<Script, Script> others = new LinkedHashMap<>();
    private final List<ScriptProblem> problems = new ArrayList<>();
    private final List<String> callbacks = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private final Naming naming;
    private final NameReader names;
    private final FileSet files;

    private ScriptReader(ScriptSource source) {
        this.naming = source.conventions().naming();
        this.names = new NameReader(source.conventions());
        this.files = FileSet.of(source, names, problems::add);
    }

    /// @throws SlipwayException with `ScriptsInvalid` if a file is at fault, with `UsageFailure` if nothing is found
    public static ScriptSet read(List<Location> locations) {
        return inspect(new ScriptSource(locations)).valid();
    }

    /// The scripts together with their faults.
    ///
    /// @throws SlipwayException with `UsageFailure` if nothing is found
    public static LoadedScripts inspect(ScriptSource source) {
        LoadedScripts reading = inspectAny(source);
        if (reading.scripts().isEmpty() && reading.problems().isEmpty()) {
            List<String> passedOver = reading.passedOver().warnings();
            throw new SlipwayException(new UsageFailure(
                    "no scripts found in " + source.where()
                            + (passedOver.isEmpty() ? "" : "; " + String.join("; ", passedOver)),
                    "put a file like %s there, or correct --locations"
                            .formatted(source.conventions().naming().script("1", "create_users"))));
        }
        return reading;
    }

    /// The scripts, which may be none yet, together with their faults.
    public static LoadedScripts inspectAny(ScriptSource source) {
        return new ScriptReader(source).reading();
    }

    private LoadedScripts reading() {
        files.scripts().forEach(this::add);
        others.forEach(this::taken);
        files.strays().forEach(file -> strangers.add(file.origin()));
        ScriptSet scripts = new ScriptSet(
                naming,
                List.copyOf(versioned.values()),
                List.copyOf(baselines.values()),
                List.copyOf(undo.values()),
                List.copyOf(repeatable.values()));
        scripts.undo().forEach(script -> checkUndo(scripts, script));
        scripts.all().forEach(this::checkWritten);
        GraphCheck.check(scripts, problems::add);
        problems.sort(Comparator.comparing(ScriptProblem::origin).thenComparingInt(ScriptProblem::line));
        return new LoadedScripts(
                scripts, List.copyOf(others.keySet()), problems, new SkippedFiles(naming, callbacks, strangers));
    }

    private void add(FoundFile file) {
        switch (names.parse(file.fileName())) {
            case ScriptName.Wrong wrong -> problem(file.origin(), wrong.what(), wrong.help());
            case ScriptName.Callback _ -> callbacks.add(file.origin());
            case ScriptName.Stranger _ -> pass(file);
            case ScriptName.Baseline(Version version, String description) ->
                read(
                        file,
                        (script, header) ->
                                unique(baselines, version, new Script.Baseline(version, description, script, header)));
            case ScriptName.Versioned(Version version, String description) ->
                read(
                        file,
                        (script, header) ->
                                unique(versioned, version, new Script.Versioned(version, description, script, header)));
            case ScriptName.Undo(Version version, String description) ->
                read(
                        file,
                        (script, header) ->
                                unique(undo, version, new Script.Undo(version, description, script, header)));
            case ScriptName.Repeatable(String description) ->
                read(
                        file,
                        (script, header) ->
                                unique(repeatable, description, new Script.Repeatable(description, script, header)));
        }
    }

    private void read(FoundFile found, BiConsumer<ScriptFile, Header> then) {
        files.read(found)
                .ifPresent(read ->
                        then.accept(read.file(), HeaderReader.read(read.file(), read.settings(), problems::add)));
    }

    private void checkWritten(Script script) {
        if (UnfilledScript.is(script.file())) {
            problem(script.file().origin(), "the script is empty", "write its SQL, or delete the file");
        }
        open(script, UnfilledScript.open(script.file()), "take the comment from a line under it");
        open(script, UnfilledScript.blank(script.file()), "write a value in place of ...");
    }

    private void open(Script script, int line, String remedy) {
        if (line > 0) {
            problems.add(new ScriptProblem(script.file().origin(), line, "a choice is open", remedy));
        }
    }

    private void pass(FoundFile file) {
        if (!file.folder()) {
            strangers.add(file.origin());
        }
    }

    private <K, S extends Script> void unique(Map<K, S> known, K key, S script) {
        HistoryColumns.check(script, problems::add);
        S former = known.putIfAbsent(key, script);
        if (former != null) {
            others.put(script, former);
        }
    }

    /// Two people may have taken one version. Each of the two scripts may have its own undo script, which goes with it.
    private void taken(Script script, Script former) {
        boolean together = script instanceof Script.Undo undone
                && others.keySet().stream()
                        .anyMatch(other -> other instanceof Script.Versioned twin
                                && twin.version().equals(undone.version()));
        if (!together) {
            String help = script instanceof Script.Versioned
                    ? "give the one that was applied nowhere yet another version, for example `renumber %s`"
                            .formatted(script.file().path())
                    : "give one of the two another version or description";
            problem(
                    script.file().origin(),
                    "\"%s\" is taken already by %s"
                            .formatted(key(script), former.file().origin()),
                    help);
        }
    }

    private static Object key(Script script) {
        return switch (script) {
            case Script.Revision revision -> revision.version();
            case Script.Undo undone -> undone.version();
            case Script.Repeatable repeated -> repeated.description();
        };
    }

    /// Databases from before a baseline script may still have what it takes back.
    private void checkUndo(ScriptSet scripts, Script.Undo script) {
        if (!versioned.containsKey(script.version()) && !scripts.isCovered(script.version())) {
            problem(
                    script.file().origin(),
                    "there is no script of version %s that it could undo".formatted(script.version()),
                    "add the V script, or correct the version");
        }
    }

    private void problem(String origin, String what, String help) {
        problems.add(new ScriptProblem(origin, 0, what, help));
    }
}
