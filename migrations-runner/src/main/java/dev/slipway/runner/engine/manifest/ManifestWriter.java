package dev.slipway.runner.engine.manifest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedBaseline;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes a manifest so that equal ones are equal files, and a review shows what changed line by line.
public final class ManifestWriter {
    /// Of the file; a program reads its own alone.
    public static final int FORMAT = 2;

    private ManifestWriter() {}

    public static String json(Manifest manifest) {
        JsonObject root = new JsonObject();
        root.addProperty(ManifestNames.FORMAT, FORMAT);
        if (manifest.together() != null) {
            root.addProperty(ManifestNames.TOGETHER, manifest.together());
        }
        JsonObject revisions = new JsonObject();
        manifest.revisions().forEach((version, revision) -> revisions.add(version.toString(), json(revision)));
        root.add(ManifestNames.REVISIONS, revisions);
        if (!manifest.baselines().isEmpty()) {
            JsonObject baselines = new JsonObject();
            manifest.baselines().forEach((version, baseline) -> baselines.add(version.toString(), json(baseline)));
            root.add(ManifestNames.BASELINES, baselines);
        }
        JsonObject repeatables = new JsonObject();
        manifest.repeatables().forEach((description, script) -> repeatables.add(description, json(script)));
        root.add(ManifestNames.REPEATABLES, repeatables);
        return ManifestLayout.of(root);
    }

    private static JsonObject json(ProvedRevision revision) {
        JsonObject object = new JsonObject();
        object.add(ManifestNames.SCRIPT, json(revision.script()));
        ProvedScript undo = revision.undo();
        object.add(ManifestNames.UNDO, undo == null ? JsonNull.INSTANCE : json(undo));
        object.add(ManifestNames.PARENTS, list(revision.parents(), ManifestWriter::json));
        object.add(ManifestNames.IRREVERSIBLE, optional(revision.irreversible()));
        object.add(ManifestNames.CHANGES, list(revision.changes(), ManifestWriter::json));
        object.addProperty(ManifestNames.FINGERPRINT, revision.fingerprint());
        object.add(ManifestNames.HAZARDS, list(revision.hazards(), ManifestWriter::json));
        if (!revision.findings().isEmpty()) {
            object.add(ManifestNames.FINDINGS, list(revision.findings(), FindingJson::json));
        }
        if (revision.taken()) {
            object.addProperty(ManifestNames.TAKEN, true);
        }
        List<TableWork> works = revision.works();
        if (works != null) {
            object.add(ManifestNames.WORKS, list(works, WorkJson::json));
        }
        return EntryHash.on(object);
    }

    private static JsonObject json(ProvedBaseline baseline) {
        JsonObject object = new JsonObject();
        object.add(ManifestNames.SCRIPT, json(baseline.script()));
        object.addProperty(ManifestNames.FINGERPRINT, baseline.fingerprint());
        return EntryHash.on(object);
    }

    private static JsonObject json(ProvedRepeatable repeatable) {
        JsonObject object = new JsonObject();
        object.add(ManifestNames.SCRIPT, json(repeatable.script()));
        object.add(ManifestNames.CHANGES, list(repeatable.changes(), ManifestWriter::json));
        object.add(ManifestNames.HAZARDS, list(repeatable.hazards(), ManifestWriter::json));
        return EntryHash.on(object);
    }

    private static JsonObject json(ProvedScript script) {
        JsonObject object = new JsonObject();
        object.addProperty(ManifestNames.PATH, script.path());
        object.add(ManifestNames.CHECKSUMS, list(script.checksums(), JsonPrimitive::new));
        object.addProperty(ManifestNames.SQL, script.sql());
        return object;
    }

    private static JsonPrimitive json(Version version) {
        return new JsonPrimitive(version.toString());
    }

    private static JsonObject json(Change change) {
        JsonObject object = new JsonObject();
        object.addProperty(
                ManifestNames.CHANGE,
                switch (change) {
                    case Change.Added added -> ManifestNames.ADD;
                    case Change.Altered altered -> ManifestNames.ALTER;
                    case Change.Removed removed -> ManifestNames.REMOVE;
                });
        object.addProperty(ManifestNames.KIND, change.key().kind().word());
        object.addProperty(ManifestNames.NAME, change.key().name());
        switch (change) {
            case Change.Added(SchemaObject made) -> addObject(object, made);
            case Change.Removed(SchemaObject gone) -> addObject(object, gone);
            case Change.Altered(SchemaObject before, SchemaObject after) -> {
                addObject(object, after);
                object.addProperty(ManifestNames.FROM, before.definition());
                addVarying(object, ManifestNames.FROM_VARIES, before);
            }
        }
        return object;
    }

    private static void addObject(JsonObject object, SchemaObject made) {
        object.addProperty(ManifestNames.HASH, made.hash());
        object.addProperty(ManifestNames.DEFINITION, made.definition());
        addVarying(object, ManifestNames.VARIES, made);
    }

    private static void addVarying(JsonObject object, String name, SchemaObject made) {
        String another = made.another();
        if (another != null) {
            object.addProperty(name, another);
        }
    }

    private static JsonObject json(HazardFound found) {
        JsonObject object = new JsonObject();
        object.addProperty(ManifestNames.HAZARD, found.hazard().code());
        object.addProperty(ManifestNames.SCRIPT, found.script());
        object.addProperty(ManifestNames.LINE, found.line());
        object.addProperty(ManifestNames.DETAIL, found.detail());
        object.add(ManifestNames.ALLOWED, optional(found.allowed()));
        return object;
    }

    private static JsonElement optional(@Nullable String text) {
        return text == null ? JsonNull.INSTANCE : new JsonPrimitive(text);
    }

    private static <T> JsonArray list(Collection<T> all, Function<T, JsonElement> json) {
        JsonArray array = new JsonArray();
        all.forEach(one -> array.add(json.apply(one)));
        return array;
    }
}
