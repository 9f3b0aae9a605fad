package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Plural;
import java.util.ArrayList;
import java.util.List;

/// Scripts were not proved as they are, so that nobody knows the schema they make.
///
/// @param manifest whether there is a manifest at all
/// @param unproved each script in question, and why: `V7__phone.sql was never proved`
/// @param known what is known all the same, often nothing
public record ProofMissing(boolean manifest, List<String> unproved, List<String> known) implements ProofFailure {
    private static final int SHOWN = 10;

    public ProofMissing {
        unproved = List.copyOf(unproved);
        known = List.copyOf(known);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return manifest
                ? "%d %s not proved as %s: the schema that they make is unknown"
                        .formatted(
                                unproved.size(),
                                Plural.word(unproved.size(), "script is", "scripts are"),
                                Plural.word(unproved.size(), "it is", "they are"))
                : "the scripts have no manifest: the schema that they make is unknown";
    }

    @Override
    public List<String> details() {
        List<String> details = new ArrayList<>(unproved.subList(0, Math.min(SHOWN, unproved.size())));
        if (unproved.size() > SHOWN) {
            details.add("and %d more".formatted(unproved.size() - SHOWN));
        }
        details.addAll(known);
        return details;
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "run `prove` where the scripts are written; it writes manifest.json, which belongs beside them";
    }
}
