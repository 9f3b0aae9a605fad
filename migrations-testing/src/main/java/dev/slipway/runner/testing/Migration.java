package dev.slipway.runner.testing;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.proof.ProofRequest;
import dev.slipway.runner.engine.readiness.Readiness;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.engine.upgrade.UpgradeRequest;
import dev.slipway.runner.engine.upgrade.Upgrader;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An upgrade of one database. The environment of the tests has no say in it, and scripts need no proof: who writes one
/// wants to test with it at once.
record Migration(ServerAddress address, List<String> locations, SortedMap<String, String> placeholders) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// What the scripts make of an empty database.
    Template template(String target) {
        try {
            return Template.of(graph(), target, this);
        } catch (SlipwayException e) {
            throw new IllegalStateException(text(e.failure()), e);
        }
    }

    void run(String database, String target) {
        try {
            run(database, graph(), target);
        } catch (SlipwayException e) {
            throw new IllegalStateException(text(e.failure()), e);
        }
    }

    private RevisionGraph graph() {
        return RevisionGraph.of(
                ScriptReader.read(locations.stream().map(Location::parse).toList()));
    }

    private void run(String database, RevisionGraph graph, String target) {
        UpgradeRequest request = new UpgradeRequest(
                graph,
                Target.parse(target, graph),
                HistoryPlace.USUAL_TABLE,
                new Placeholders(() -> values(database)),
                new LockLimits(PATIENCE, PATIENCE, false),
                PATIENCE,
                false,
                new ProofRequest(new ManifestFile(List.of()), false));
        try (Session session = Readiness.await(address.in(database), "testing", PATIENCE, _ -> {})) {
            Upgrader.upgrade(session, request, _ -> {});
        }
    }

    /// Those that are given, and of Flyway's own those that mean something here.
    private Map<String, String> values(String database) {
        Map<String, String> values = new TreeMap<>(placeholders);
        values.putIfAbsent("flyway:database", database);
        values.putIfAbsent("flyway:user", address.user());
        values.putIfAbsent("flyway:defaultSchema", "public");
        values.putIfAbsent("flyway:table", HistoryPlace.USUAL_TABLE);
        return values;
    }

    private String text(Failure failure) {
        return Stream.of(
                        Stream.of("the scripts did not run", "error: " + failure.message()),
                        failure.details().stream().map("  "::concat),
                        // who reads it has no command line
                        Stream.of("  help:  " + failure.help().replace("--locations", "from(...)"), places()))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    private String places() {
        return "  scripts are read from %s; the working directory is %s"
                .formatted(String.join(", ", locations), Path.of("").toAbsolutePath());
    }
}
