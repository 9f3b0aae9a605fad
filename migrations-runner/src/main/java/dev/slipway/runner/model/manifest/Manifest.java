package dev.slipway.runner.model.manifest;

import dev.slipway.runner.model.Version;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What `prove` found out: `manifest.json`, committed with the scripts.
///
/// @param baselines by version, those for whose versions there are other scripts
/// @param repeatables by description
/// @param together a digest of all scripts, if they were tried together: branches one after the other, and repeatable
///     scripts after all revisions; or null
public record Manifest(
        SortedMap<Version, ProvedRevision> revisions,
        SortedMap<Version, ProvedBaseline> baselines,
        SortedMap<String, ProvedRepeatable> repeatables,
        @Nullable String together) {
    public static final String FILE_NAME = "manifest.json";

    public static final Manifest EMPTY = new Manifest(new TreeMap<>(), new TreeMap<>());

    public Manifest {
        revisions = Collections.unmodifiableSortedMap(new TreeMap<>(revisions));
        baselines = Collections.unmodifiableSortedMap(new TreeMap<>(baselines));
        repeatables = Collections.unmodifiableSortedMap(new TreeMap<>(repeatables));
    }

    /// Of scripts that were not tried together.
    public Manifest(SortedMap<Version, ProvedRevision> revisions, SortedMap<String, ProvedRepeatable> repeatables) {
        this(revisions, new TreeMap<>(), repeatables, null);
    }
}
