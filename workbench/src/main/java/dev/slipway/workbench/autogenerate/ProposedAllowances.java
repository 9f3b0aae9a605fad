package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.engine.revision.WrittenRevision;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Hazards that a generated script cannot avoid: its header allows them, with a reason that people confirm or change.
///
/// An undo script takes back what is there, however long that locks a table, and a script of `--one` is for small
/// tables.
/// A text that becomes longer gives another type to those who prepared their statements, whatever it is written as.
/// What may fail on the way up is never allowed.
public record ProposedAllowances(List<WrittenRevision> revisions, boolean together) {
    private static final Pattern HEADER = Pattern.compile("(?:-- [a-z-]+: .*\\n)*");
    private static final Set<Hazard> ALWAYS = EnumSet.of(Hazard.CACHED_PLAN);
    private static final Set<Hazard> LOCKS = with(Hazard.WAITING, Hazard.SEVERAL_EXCLUSIVE_LOCKS, Hazard.CACHED_PLAN);
    private static final Set<Hazard> OF_UNDO = with(LOCKS, Hazard.FAILS_ON_DATA, Hazard.DATA_LOST_IN_UNDO);

    public ProposedAllowances {
        revisions = List.copyOf(revisions);
    }

    /// @return for people, a line for each script that now allows something; the manifest does not know of it yet
    /// @throws SlipwayException if a script cannot be written
    public List<String> write(Manifest manifest) {
        List<String> lines = new ArrayList<>();
        for (WrittenRevision revision : revisions) {
            ProvedRevision proved = manifest.revisions().get(revision.version());
            if (proved != null) {
                write(revision, proved, lines);
            }
        }
        return lines;
    }

    private static Set<Hazard> with(Set<Hazard> some, Hazard... others) {
        Set<Hazard> all = EnumSet.copyOf(some);
        all.addAll(List.of(others));
        return Collections.unmodifiableSet(all);
    }

    private void write(WrittenRevision revision, ProvedRevision proved, List<String> lines) {
        allow(
                Path.of(revision.script()),
                hazards(proved, proved.script(), together ? LOCKS : ALWAYS),
                "the table is small",
                lines);
        ProvedScript undo = proved.undo();
        if (undo != null) {
            String locked = together ? "the table is small" : "nobody needs the table while this runs";
            allow(Path.of(revision.undo()), hazards(proved, undo, OF_UNDO), locked, lines);
        }
    }

    private static Set<Hazard> hazards(ProvedRevision proved, ProvedScript script, Set<Hazard> allowed) {
        return proved.hazards().stream()
                .filter(found -> found.allowed() == null && found.script().equals(script.path()))
                .map(HazardFound::hazard)
                .filter(allowed::contains)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Hazard.class)));
    }

    private static void allow(Path file, Set<Hazard> hazards, String locked, List<String> lines) {
        if (hazards.isEmpty()) {
            return;
        }
        String header = hazards.stream()
                .map(hazard -> "-- allow: %s confirm that %s\n".formatted(hazard.code(), reason(hazard, locked)))
                .collect(Collectors.joining());
        try {
            Files.writeString(file, below(header, Files.readString(file)));
        } catch (IOException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "cannot write %s: %s".formatted(file, e.getMessage()),
                            "write what it allows into its header yourself:\n" + header.stripTrailing()),
                    e);
        }
        lines.add("%s allows %s: confirm the reasons in its header, or change it"
                .formatted(file, hazards.stream().map(Hazard::code).collect(Collectors.joining(", "))));
    }

    private static String reason(Hazard hazard, String locked) {
        return switch (hazard) {
            case FAILS_ON_DATA -> "rows written since fit";
            case CACHED_PLAN -> "services prepare their statements again";
            case DATA_LOST_IN_UNDO -> "nobody needs what is lost";
            default -> locked;
        };
    }

    /// Below what the header says already.
    private static String below(String lines, String text) {
        Matcher header = HEADER.matcher(text);
        String said = header.lookingAt() ? header.group() : "";
        String rest = text.substring(said.length());
        return said + lines + (rest.startsWith("\n") ? "" : "\n") + rest;
    }
}
