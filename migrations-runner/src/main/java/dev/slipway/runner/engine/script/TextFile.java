package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A file that lies beside the scripts and is none.
///
/// @param origin where it was found, for people
public record TextFile(String origin, String text) {
    static TextFile of(String origin, ScriptText.Bytes bytes) {
        List<ScriptProblem> problems = new ArrayList<>();
        return ScriptText.read(origin, bytes, StandardCharsets.UTF_8, problems::add)
                .map(text -> new TextFile(origin, text))
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "file \"%s\" cannot be used: %s"
                                .formatted(origin, problems.getFirst().what()),
                        problems.getFirst().help())));
    }
}
