package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What of a schema is accepted although it is not as it was proved: by an earlier run, by this one before its first
/// script, and of what its scripts do.
final class AcceptedDifferences {
    static final AcceptedDifferences NONE = new AcceptedDifferences(List.of(), Set.of(), null);

    private final List<SchemaDifference> drift;
    private final Set<SchemaObject.Key> keys;
    private final @Nullable Progress progress;
    private final List<AcceptedResult> results = new ArrayList<>();

    private AcceptedDifferences(List<SchemaDifference> drift, Set<SchemaObject.Key> keys, @Nullable Progress progress) {
        this.drift = drift;
        this.keys = keys;
        this.progress = progress;
    }

    /// @param differences before the first script
    /// @param before what an earlier run accepted
    /// @param compared whether everything was; if not, nobody knows whether that still counts
    /// @param progress told what is accepted of the results of scripts, or null if nothing is
    static AcceptedDifferences of(
            List<SchemaDifference> differences, AcceptedDrift before, boolean compared, @Nullable Progress progress) {
        Set<SchemaObject.Key> keys = Stream.concat(
                        differences.stream().map(SchemaDifference::key),
                        compared ? Stream.of() : before.hashes().keySet().stream())
                .collect(Collectors.toSet());
        List<SchemaDifference> drift =
                differences.stream().filter(each -> !before.covers(each)).toList();
        return new AcceptedDifferences(drift, keys, progress);
    }

    /// What nobody accepted before this run.
    List<SchemaDifference> drift() {
        return drift;
    }

    /// The objects that are not held to their proof.
    Set<SchemaObject.Key> keys() {
        return keys;
    }

    List<AcceptedResult> results() {
        return results;
    }

    /// @return whether a script may leave this
    boolean takes(String script, List<SchemaDifference> broken) {
        if (progress == null) {
            return false;
        }
        for (SchemaDifference difference : broken) {
            AcceptedResult result = new AcceptedResult(script, difference);
            if (!results.contains(result)) {
                results.add(result);
                progress.report(new Event.ResultAccepted(script, difference));
            }
        }
        return true;
    }
}
