package dev.slipway.runner.engine.manifest;

import com.google.gson.JsonObject;
import dev.slipway.runner.model.schema.Sha256;

/// The hash over all that a manifest says of one script: what nothing else confirms, hazards for example, cannot be
/// edited or merged unnoticed either.
final class EntryHash {
    private static final int LENGTH = 16;

    private EntryHash() {}

    static JsonObject on(JsonObject proved) {
        proved.addProperty(ManifestNames.HASH, hash(proved));
        return proved;
    }

    /// @throws Unreadable if one of these is not as it was written
    static void check(ManifestFields sealed) {
        for (String key : sealed.keys()) {
            ManifestFields proved = sealed.fields(key);
            JsonObject rest = proved.object().deepCopy();
            rest.remove(ManifestNames.HASH);
            if (!hash(rest).equals(proved.text(ManifestNames.HASH))) {
                throw ManifestFaults.altered("\"%s\": its hash is not that of what it says".formatted(proved.place()));
            }
        }
    }

    private static String hash(JsonObject proved) {
        return Sha256.hex(proved.toString()).substring(0, LENGTH);
    }
}
