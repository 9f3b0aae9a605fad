package dev.slipway.workbench.report;

import dev.slipway.runner.engine.manifest.ProvedGraph;
import dev.slipway.runner.engine.proof.ProvedSchemas;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The proved schema of each revision, and at last that of all together if there are several heads.
///
/// @param places names of the schemas, in order
/// @param parts what a diagram of one of them draws
record SchemaTimeline(List<String> places, SortedMap<DiagramPart, PartStates> parts) {
    static final String ALL_HEADS = "all heads";

    static SchemaTimeline of(Manifest manifest) {
        Reader reader = new Reader(manifest);
        List<Version> order = reader.graph.order();
        order.forEach(version -> reader.add(version.toString(), reader.schema(version)));
        if (order.stream().filter(version -> reader.children(version) == 0).count() > 1) {
            reader.add(ALL_HEADS, reader.together(order));
        }
        return new SchemaTimeline(List.copyOf(reader.places), reader.parts);
    }

    /// The place of the last schema, or -1 if there is none.
    int last() {
        return places.size() - 1;
    }

    /// The parts of one kind, in order.
    List<DiagramPart> of(DiagramPart.Kind kind) {
        return parts.keySet().stream().filter(part -> part.kind() == kind).toList();
    }

    PartStates states(DiagramPart part) {
        return Objects.requireNonNull(parts.get(part));
    }

    private static final class Reader {
        private final Manifest manifest;
        private final ProvedGraph graph;
        private final Map<Version, Integer> children = new HashMap<>();

        /// Those on which a revision still builds.
        private final Map<Version, Schema> schemas = new HashMap<>();

        private final List<String> places = new ArrayList<>();
        private final SortedMap<DiagramPart, PartStates> parts = new TreeMap<>();
        private SortedMap<DiagramPart, String> before = new TreeMap<>();

        private Reader(Manifest manifest) {
            this.manifest = manifest;
            this.graph = new ProvedGraph(manifest);
            manifest.revisions()
                    .values()
                    .forEach(revision -> revision.parents().forEach(parent -> children.merge(parent, 1, Integer::sum)));
        }

        private int children(Version version) {
            return children.getOrDefault(version, 0);
        }

        private Schema schema(Version version) {
            ProvedRevision revision = revision(version);
            Schema schema = revision.parents().size() == 1
                    ? schemas.getOrDefault(revision.parents().getFirst(), Schema.EMPTY)
                            .with(revision.changes())
                    : together(graph.closure(version));
            if (children(version) > 0) {
                schemas.put(version, schema);
            }
            return schema;
        }

        private ProvedRevision revision(Version version) {
            return Objects.requireNonNull(manifest.revisions().get(version));
        }

        private Schema together(List<Version> versions) {
            return new ProvedSchemas(manifest).at(versions).orElseThrow();
        }

        private void add(String name, Schema schema) {
            SortedMap<DiagramPart, String> now = DiagramParts.of(schema);
            int place = places.size();
            places.add(name);
            before.keySet().stream()
                    .filter(part -> !now.containsKey(part))
                    .forEach(part -> states(part).change(place, Optional.empty()));
            now.forEach((part, text) -> {
                if (!text.equals(before.get(part))) {
                    states(part).change(place, Optional.of(text));
                }
            });
            before = now;
        }

        private PartStates states(DiagramPart part) {
            return parts.computeIfAbsent(part, _ -> new PartStates());
        }
    }
}
