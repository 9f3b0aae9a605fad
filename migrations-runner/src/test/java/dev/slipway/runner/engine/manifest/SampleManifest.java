package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.manifest.ScriptFinding;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.manifest.WorkKind;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Manifests made by hand.
public final class SampleManifest {
    public static final SchemaObject USERS = SchemaObject.of(ObjectKind.TABLE, "public.users", "table");
    public static final SchemaObject EMAIL = SchemaObject.of(ObjectKind.COLUMN, "public.users.email", "text");
    public static final SchemaObject LONG_EMAIL =
            SchemaObject.of(ObjectKind.COLUMN, "public.users.email", "character varying(320) not null");
    public static final SchemaObject TIDY =
            SchemaObject.of(ObjectKind.FUNCTION, "public.tidy(text)", "begin\n  return \"<a>\" || 'é\u2028\\';\nend");

    private SampleManifest() {}

    public static Change.Added added(SchemaObject object) {
        return new Change.Added(object);
    }

    /// A manifest of three revisions, one after the other, and a repeatable script.
    public static Manifest sample() {
        List<Change> first = List.of(added(USERS), added(EMAIL));
        List<Change> second = List.of(new Change.Altered(EMAIL, LONG_EMAIL), added(TIDY));
        List<Change> third = List.of(new Change.Removed(TIDY));
        Map<Version, ProvedRevision> revisions = new TreeMap<>();
        revisions.put(Version.of("1"), revision("1", List.of(), first, fingerprint(first)));
        revisions.put(Version.of("2"), revision("2", List.of("1"), second, fingerprint(first, second)));
        revisions.put(
                Version.of("10"),
                new ProvedRevision(
                        script("V10__tidy.sql"),
                        null,
                        List.of(Version.of("2")),
                        "there is no undo script",
                        third,
                        fingerprint(first, second, third),
                        List.of(
                                new HazardFound(Hazard.DATA_LOST_IN_UNDO, "V10__tidy.sql", 3, "gone is gone", null),
                                new HazardFound(Hazard.TABLE_REWRITE, "V10__tidy.sql", 4, "slow", "at night")),
                        List.of(new ScriptFinding("V10__tidy.sql", 2, "it fails", "an upgrade fails", "correct it")),
                        false,
                        List.of(
                                new TableWork(3, 0, WorkKind.SCAN, "public.users", new TreeMap<>()),
                                new TableWork(
                                        4,
                                        0,
                                        WorkKind.REWRITE,
                                        "public.users",
                                        new TreeMap<>(Map.of("public.users", LockMode.ACCESS_EXCLUSIVE))))));
        return new Manifest(
                new TreeMap<>(revisions),
                new TreeMap<>(Map.of(
                        "a view", new ProvedRepeatable(script("R__a_view.sql"), List.of(added(TIDY)), List.of()))));
    }

    public static ProvedRevision revision(
            String version, List<String> parents, List<Change> changes, String fingerprint) {
        return new ProvedRevision(
                script("V%s__step.sql".formatted(version)),
                script("U%s__step.sql".formatted(version)),
                parents.stream().map(Version::of).toList(),
                null,
                changes,
                fingerprint,
                List.of(),
                List.of(),
                false,
                null);
    }

    public static ProvedScript script(String path) {
        return new ProvedScript(path, List.of(-5, path.length()), "5".repeat(64));
    }

    @SafeVarargs
    public static String fingerprint(List<Change>... changes) {
        List<Change> all = new ArrayList<>();
        for (List<Change> some : changes) {
            all.addAll(some);
        }
        return Schema.EMPTY.with(all).fingerprint();
    }
}
