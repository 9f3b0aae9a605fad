package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.ManifestAltered;
import dev.slipway.runner.model.failure.ManifestUnreadable;
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
    private ManifestReader() {}

    /// @param origin where it was found, for people
    /// @throws SlipwayException with `ManifestUnreadable` if it has another form
    /// @throws SlipwayException with `ManifestAltered` if a hash does not fit
    public static Manifest read(String origin, String json) {
        try {
            Fields fields = fields(json);
            Manifest manifest = manifest(fields);
            ManifestCheck.check(manifest);
            Seal.check(fields.fields(Names.REVISIONS));
            sealedBaselines(fields).ifPresent(Seal::check);
            Seal.check(fields.fields(Names.REPEATABLES));
            return manifest;
        } catch (Unreadable e) {
            throw new SlipwayException(failure(origin, e), e);
        }
    }

    private static Failure failure(String origin, Unreadable unreadable) {
        return switch (unreadable.fault()) {
            case FORM -> new ManifestUnreadable(origin, unreadable.what(), false);
            case NEWER -> new ManifestUnreadable(origin, unreadable.what(), true);
            case ALTERED -> new ManifestAltered(origin, unreadable.what());
        };
    }

    /// The manifest, if it has the form that this program reads.
    private static Fields fields(String json) {
        Fields root = Fields.of("the manifest", StrictJson.parse(json));
        if (!root.object().has(Names.FORMAT)) {
            throw new Unreadable("\"format\" is missing");
        }
        Fields fields = new Fields("", root.object());
        int format = fields.number(Names.FORMAT);
        if (format != ManifestWriter.FORMAT) {
            String what = "its format is %d, and this program reads %d".formatted(format, ManifestWriter.FORMAT);
            throw format > ManifestWriter.FORMAT ? Unreadable.newer(what) : new Unreadable(what);
        }
        return fields;
    }

    private static Manifest manifest(Fields fields) {
        boolean together = fields.object().has(Names.TOGETHER);
        Set<String> keys = new TreeSet<>(Set.of(Names.FORMAT, Names.REVISIONS, Names.REPEATABLES));
        Stream.of(Names.TOGETHER, Names.BASELINES).filter(fields.object()::has).forEach(keys::add);
        fields.with(keys);
        return new Manifest(
                revisions(fields.fields(Names.REVISIONS)),
                sealedBaselines(fields).map(ManifestReader::baselines).orElseGet(TreeMap::new),
                repeatables(fields.fields(Names.REPEATABLES)),
                together ? fields.text(Names.TOGETHER) : null);
    }

    private static SortedMap<Version, ProvedRevision> revisions(Fields fields) {
        SortedMap<Version, ProvedRevision> revisions = new TreeMap<>();
        for (String key : fields.keys()) {
            if (revisions.put(version(fields.place(key), key), revision(fields.fields(key))) != null) {
                throw new Unreadable("\"%s\" is there twice".formatted(fields.place(key)));
            }
        }
        return revisions;
    }

    private static ProvedRevision revision(Fields fields) {
        fields.with(Set.of(
                Names.SCRIPT,
                Names.UNDO,
                Names.PARENTS,
                Names.IRREVERSIBLE,
                Names.CHANGES,
                Names.FINGERPRINT,
                Names.HAZARDS,
                Names.HASH));
        return new ProvedRevision(
                script(fields.fields(Names.SCRIPT)),
                fields.isNull(Names.UNDO) ? null : script(fields.fields(Names.UNDO)),
                fields.elements(Names.PARENTS, (place, element) -> version(place, Fields.text(place, element))),
                fields.optionalText(Names.IRREVERSIBLE),
                fields.each(Names.CHANGES, ChangeReader::change),
                fields.text(Names.FINGERPRINT),
                fields.each(Names.HAZARDS, ManifestReader::hazard));
    }

    /// What only a manifest has that was written for baseline scripts.
    private static Optional<Fields> sealedBaselines(Fields fields) {
        return fields.object().has(Names.BASELINES) ? Optional.of(fields.fields(Names.BASELINES)) : Optional.empty();
    }

    private static SortedMap<Version, ProvedBaseline> baselines(Fields fields) {
        SortedMap<Version, ProvedBaseline> baselines = new TreeMap<>();
        for (String key : fields.keys()) {
            Fields baseline = fields.fields(key).with(Set.of(Names.SCRIPT, Names.FINGERPRINT, Names.HASH));
            baselines.put(
                    version(fields.place(key), key),
                    new ProvedBaseline(script(baseline.fields(Names.SCRIPT)), baseline.text(Names.FINGERPRINT)));
        }
        return baselines;
    }

    private static SortedMap<String, ProvedRepeatable> repeatables(Fields fields) {
        SortedMap<String, ProvedRepeatable> repeatables = new TreeMap<>();
        for (String key : fields.keys()) {
            Fields repeatable = fields.fields(key).with(Set.of(Names.SCRIPT, Names.CHANGES, Names.HAZARDS, Names.HASH));
            repeatables.put(
                    key,
                    new ProvedRepeatable(
                            script(repeatable.fields(Names.SCRIPT)),
                            repeatable.each(Names.CHANGES, ChangeReader::change),
                            repeatable.each(Names.HAZARDS, ManifestReader::hazard)));
        }
        return repeatables;
    }

    private static ProvedScript script(Fields fields) {
        fields.with(Set.of(Names.PATH, Names.CHECKSUMS, Names.SQL));
        List<Integer> checksums = fields.elements(Names.CHECKSUMS, Fields::number);
        if (checksums.isEmpty()) {
            throw new Unreadable("\"%s\" is empty".formatted(fields.place(Names.CHECKSUMS)));
        }
        return new ProvedScript(fields.text(Names.PATH), checksums, fields.text(Names.SQL));
    }

    private static HazardFound hazard(Fields fields) {
        fields.with(Set.of(Names.HAZARD, Names.SCRIPT, Names.LINE, Names.DETAIL, Names.ALLOWED));
        String code = fields.text(Names.HAZARD);
        Hazard hazard = Arrays.stream(Hazard.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Unreadable.newer("this program knows no hazard \"%s\"".formatted(code)));
        return new HazardFound(
                hazard,
                fields.text(Names.SCRIPT),
                fields.number(Names.LINE),
                fields.text(Names.DETAIL),
                fields.optionalText(Names.ALLOWED));
    }

    private static Version version(String place, String text) {
        return Version.parse(text)
                .orElseThrow(() -> new Unreadable("\"%s\" is no version: \"%s\"".formatted(place, text)));
    }
}
