package dev.slipway.runner.engine.manifest;

import com.google.gson.JsonObject;
import dev.slipway.runner.model.manifest.ScriptFinding;
import java.util.Set;

/// Reads and writes what was found to be wrong with a script.
final class FindingJson {
    private static final Set<String> KEYS = Set.of(
            ManifestNames.SCRIPT, ManifestNames.LINE, ManifestNames.WHAT, ManifestNames.EFFECT, ManifestNames.REMEDY);

    private FindingJson() {}

    static JsonObject json(ScriptFinding finding) {
        JsonObject object = new JsonObject();
        object.addProperty(ManifestNames.SCRIPT, finding.script());
        object.addProperty(ManifestNames.LINE, finding.line());
        object.addProperty(ManifestNames.WHAT, finding.what());
        object.addProperty(ManifestNames.EFFECT, finding.effect());
        object.addProperty(ManifestNames.REMEDY, finding.remedy());
        return object;
    }

    static ScriptFinding read(ManifestFields fields) {
        fields.with(KEYS);
        return new ScriptFinding(
                fields.text(ManifestNames.SCRIPT),
                fields.number(ManifestNames.LINE),
                fields.text(ManifestNames.WHAT),
                fields.text(ManifestNames.EFFECT),
                fields.text(ManifestNames.REMEDY));
    }
}
