package dev.slipway.runner.model.manifest;

import dev.slipway.runner.model.Version;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `prove` found out: `manifest.json`, committed with the scripts.
///
/// @param repeatables by description
public record Manifest(SortedMap<Version, ProvedRevision> revisions, SortedMap<String, ProvedRepeatable> repeatables) {
    public static final String FILE_NAME = "manifest.json";

    public static final Manifest EMPTY = new Manifest(new TreeMap<>(), new TreeMap<>());

    public Manifest {
        revisions = Collections.unmodifiableSortedMap(new TreeMap<>(revisions));
        repeatables = Collections.unmodifiableSortedMap(new TreeMap<>(repeatables));
    }
}
