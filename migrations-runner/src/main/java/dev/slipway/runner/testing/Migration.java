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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// An upgrade of one database. The environment of the tests has no say in it, and scripts need no proof: who writes one
/// wants to test with it at once.
record Migration(ServerAddress address, List<String> locations, SortedMap<String, String> placeholders) {
    private static final String HISTORY_TABLE = "flyway_schema_history";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    RevisionGraph graph() {
        return RevisionGraph.of(
                ScriptReader.read(locations.stream().map(Location::parse).toList()));
    }

    void run(String database, String target) {
        RevisionGraph graph = graph();
        UpgradeRequest request = new UpgradeRequest(
                graph,
                Target.parse(target, graph),
                HISTORY_TABLE,
                new Placeholders(() -> values(database)),
                new LockLimits(PATIENCE, PATIENCE, false),
                PATIENCE,
                false,
                new ProofRequest(new ManifestFile(List.of()), false));
        try (Session session = Readiness.await(address.in(database), "testing", PATIENCE, _ -> {})) {
            Upgrader.upgrade(session, request, _ -> {});
        } catch (SlipwayException e) {
            throw new IllegalStateException(text(e.failure()), e);
        }
    }

    /// Those that are given, and of Flyway's own those that mean something here.
    private Map<String, String> values(String database) {
        Map<String, String> values = new TreeMap<>(placeholders);
        values.putIfAbsent("flyway:database", database);
        values.putIfAbsent("flyway:user", address.user());
        values.putIfAbsent("flyway:defaultSchema", "public");
        values.putIfAbsent("flyway:table", HISTORY_TABLE);
        return values;
    }

    private static String text(Failure failure) {
        return "the scripts did not run\nerror: %s\n  %s\n  help:  %s"
                .formatted(failure.message(), String.join("\n  ", failure.details()), failure.help());
    }
}
