package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.List;

/// An undo script of which the proof knows that it does not lead back to the schema before its revision.
///
/// @param script the name of its file
/// @param why for example `the undo script does not restore table public.b`
public record NotRestored(String script, String why) {
    /// Those among undo scripts that are about to run.
    static List<NotRestored> among(List<Script.Undo> scripts, Manifest manifest) {
        List<NotRestored> all = new ArrayList<>();
        for (Script.Undo undo : scripts) {
            ProvedRevision proved = manifest.revisions().get(undo.version());
            String why = proved == null ? null : proved.irreversible();
            if (why != null) {
                all.add(new NotRestored(undo.file().fileName(), why));
            }
        }
        return all;
    }
}
