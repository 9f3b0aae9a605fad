package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedBaseline;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads a manifest, and believes none of it that its hashes do not confirm.
public final class ManifestReader {
    /// The format whose fingerprints are hashes over all hashes, in their order.
    private static final int OTHER_FINGERPRINTS = 1;

    private static final Set<String> REVISION_KEYS = Set.of(
            ManifestNames.SCRIPT,
            ManifestNames.UNDO,
            ManifestNames.PARENTS,
            ManifestNames.IRREVERSIBLE,
            ManifestNames.CHANGES,
            ManifestNames.FINGERPRINT,
            ManifestNames.HAZARDS,
            ManifestNames.HASH);

    private ManifestReader() {}

    /// @param origin where it was found, for people
    /// @throws SlipwayException with `ManifestUnreadable` if it has another form
    /// @throws SlipwayException with `ManifestAltered` if a hash does not fit
    public static Manifest read(String origin, String json) {
        try {
            ManifestFields fields = fields(json);
            Manifest manifest = checked(manifest(fields), fields.number(ManifestNames.FORMAT));
            EntryHash.check(fields.fields(ManifestNames.REVISIONS));
            sealedBaselines(fields).ifPresent(EntryHash::check);
            EntryHash.check(fields.fields(ManifestNames.REPEATABLES));
            return manifest;
        } catch (ManifestFaults e) {
            throw new SlipwayException(failure(origin, e), e);
        }
    }

    private static Failure failure(String origin, ManifestFaults unreadable) {
        return switch (unreadable.fault()) {
            case FORM -> new ManifestUnreadable(origin, unreadable.what(), false);
            case NEWER -> new ManifestUnreadable(origin, unreadable.what(), true);
            case ALTERED -> new ManifestAltered(origin, unreadable.what());
        };
    }

    /// The manifest, if it has the form that this program reads.
    private static ManifestFields fields(String json) {
        ManifestFields root = ManifestFields.of("the manifest", StrictJson.parse(json));
        if (!root.object().has(ManifestNames.FORMAT)) {
            throw new ManifestFaults("\"format\" is missing");
        }
        ManifestFields fields = new ManifestFields("", root.object());
        int format = fields.number(ManifestNames.FORMAT);
        if (format < OTHER_FINGERPRINTS || format > ManifestWriter.FORMAT) {
            String what = "its format is %d, and this program reads %d".formatted(format, ManifestWriter.FORMAT);
            throw format > ManifestWriter.FORMAT ? ManifestFaults.newer(what) : new ManifestFaults(what);
        }
        return fields;
    }

    private static Manifest checked(Manifest manifest, int format) {
        if (format == OTHER_FINGERPRINTS) {
            return ManifestCheck.withFingerprints(manifest);
        }
        ManifestCheck.check(manifest);
        return manifest;
    }

    private static Manifest manifest(ManifestFields fields) {
        boolean together = fields.object().has(ManifestNames.TOGETHER);
        Set<String> keys =
                new TreeSet<>(Set.of(ManifestNames.FORMAT, ManifestNames.REVISIONS, ManifestNames.REPEATABLES));
        Stream.of(ManifestNames.TOGETHER, ManifestNames.BASELINES)
                .filter(fields.object()::has)
                .forEach(keys::add);
        fields.with(keys);
        return new Manifest(
                revisions(fields.fields(ManifestNames.REVISIONS)),
                sealedBaselines(fields).map(ManifestReader::baselines).orElseGet(TreeMap::new),
                repeatables(fields.fields(ManifestNames.REPEATABLES)),
                together ? fields.text(ManifestNames.TOGETHER) : null);
    }

    private static SortedMap<Version, ProvedRevision> revisions(ManifestFields fields) {
        SortedMap<Version, ProvedRevision> revisions = new TreeMap<>();
        for (String key : fields.keys()) {
            if (revisions.put(version(fields.place(key), key), revision(fields.fields(key))) != null) {
                throw new ManifestFaults("\"%s\" is there twice".formatted(fields.place(key)));
            }
        }
        return revisions;
    }

    private static ProvedRevision revision(ManifestFields fields) {
        boolean taken = fields.object().has(ManifestNames.TAKEN);
        boolean found = fields.object().has(ManifestNames.FINDINGS);
        boolean worked = fields.object().has(ManifestNames.WORKS);
        Set<String> keys = new TreeSet<>(REVISION_KEYS);
        Stream.of(ManifestNames.FINDINGS, ManifestNames.TAKEN, ManifestNames.WORKS)
                .filter(fields.object()::has)
                .forEach(keys::add);
        fields.with(keys);
        return new ProvedRevision(
                script(fields.fields(ManifestNames.SCRIPT)),
                fields.isNull(ManifestNames.UNDO) ? null : script(fields.fields(ManifestNames.UNDO)),
                fields.elements(
                        ManifestNames.PARENTS, (place, element) -> version(place, ManifestFields.text(place, element))),
                fields.optionalText(ManifestNames.IRREVERSIBLE),
                fields.each(ManifestNames.CHANGES, ChangeReader::change),
                fields.text(ManifestNames.FINGERPRINT),
                fields.each(ManifestNames.HAZARDS, ManifestReader::hazard),
                found ? fields.each(ManifestNames.FINDINGS, FindingJson::read) : List.of(),
                taken && fields.yes(ManifestNames.TAKEN),
                worked ? fields.each(ManifestNames.WORKS, WorkJson::read) : null);
    }

    /// What only a manifest has that was written for baseline scripts.
    private static Optional<ManifestFields> sealedBaselines(ManifestFields fields) {
        return fields.object().has(ManifestNames.BASELINES)
                ? Optional.of(fields.fields(ManifestNames.BASELINES))
                : Optional.empty();
    }

    private static SortedMap<Version, ProvedBaseline> baselines(ManifestFields fields) {
        SortedMap<Version, ProvedBaseline> baselines = new TreeMap<>();
        for (String key : fields.keys()) {
            ManifestFields baseline = fields.fields(key)
                    .with(Set.of(ManifestNames.SCRIPT, ManifestNames.FINGERPRINT, ManifestNames.HASH));
            baselines.put(
                    version(fields.place(key), key),
                    new ProvedBaseline(
                            script(baseline.fields(ManifestNames.SCRIPT)), baseline.text(ManifestNames.FINGERPRINT)));
        }
        return baselines;
    }

    private static SortedMap<String, ProvedRepeatable> repeatables(ManifestFields fields) {
        SortedMap<String, ProvedRepeatable> repeatables = new TreeMap<>();
        for (String key : fields.keys()) {
            ManifestFields repeatable = fields.fields(key)
                    .with(Set.of(
                            ManifestNames.SCRIPT, ManifestNames.CHANGES, ManifestNames.HAZARDS, ManifestNames.HASH));
            repeatables.put(
                    key,
                    new ProvedRepeatable(
                            script(repeatable.fields(ManifestNames.SCRIPT)),
                            repeatable.each(ManifestNames.CHANGES, ChangeReader::change),
                            repeatable.each(ManifestNames.HAZARDS, ManifestReader::hazard)));
        }
        return repeatables;
    }

    private static ProvedScript script(ManifestFields fields) {
        fields.with(Set.of(ManifestNames.PATH, ManifestNames.CHECKSUMS, ManifestNames.SQL));
        List<Integer> checksums = fields.elements(ManifestNames.CHECKSUMS, ManifestFields::number);
        if (checksums.isEmpty()) {
            throw new ManifestFaults("\"%s\" is empty".formatted(fields.place(ManifestNames.CHECKSUMS)));
        }
        return new ProvedScript(fields.text(ManifestNames.PATH), checksums, fields.text(ManifestNames.SQL));
    }

    private static HazardFound hazard(ManifestFields fields) {
        fields.with(Set.of(
                ManifestNames.HAZARD,
                ManifestNames.SCRIPT,
                ManifestNames.LINE,
                ManifestNames.DETAIL,
                ManifestNames.ALLOWED));
        String code = fields.text(ManifestNames.HAZARD);
        Hazard hazard = Arrays.stream(Hazard.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ManifestFaults.newer("this program knows no hazard \"%s\"".formatted(code)));
        return new HazardFound(
                hazard,
                fields.text(ManifestNames.SCRIPT),
                fields.number(ManifestNames.LINE),
                fields.text(ManifestNames.DETAIL),
                fields.optionalText(ManifestNames.ALLOWED));
    }

    private static Version version(String place, String text) {
        return Version.parse(text)
                .orElseThrow(() -> new ManifestFaults("\"%s\" is no version: \"%s\"".formatted(place, text)));
    }
}
