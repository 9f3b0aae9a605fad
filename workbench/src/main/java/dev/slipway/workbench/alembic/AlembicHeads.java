package dev.slipway.workbench.alembic;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The revisions of some that no other of them builds or depends on.
final class AlembicHeads {
    private AlembicHeads() {}

    static List<String> of(Collection<AlembicVersionFile> files) {
        Set<String> builtOn = new HashSet<>();
        files.forEach(file -> {
            builtOn.addAll(file.parents());
            builtOn.addAll(file.dependsOn());
        });
        return files.stream()
                .filter(file -> !builtOn.contains(file.id()) && Collections.disjoint(builtOn, file.labels()))
                .map(AlembicVersionFile::id)
                .toList();
    }
}
