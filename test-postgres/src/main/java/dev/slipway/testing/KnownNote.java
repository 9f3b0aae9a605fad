package dev.slipway.testing;

import java.util.List;

/// Comments of a history table, and the contract revisions that they note: the runner and the gate of the service are
/// both held to it.
///
/// @param versions without zeros that say nothing, in ascending order
public record KnownNote(String comment, List<String> versions) {
    public KnownNote {
        versions = List.copyOf(versions);
    }

    public static List<KnownNote> all() {
        return List.of(
                of("slipway contract: 8", "8"),
                of("slipway contract: 8.0", "8"),
                of("slipway contract: 08", "8"),
                of("slipway contract: 8_1", "8.1"),
                of("slipway contract: 6, 8_0, 9", "6", "8", "9"),
                of("slipway contract: 8,9 , 10", "8", "9", "10"),
                of("slipway contract: 8,, 9,", "8", "9"),
                of("slipway contract: 9.", "9"),
                of("slipway contract: 20261126170000", "20261126170000"),
                of("kept by hand; slipway contract: 8; see the wiki", "8"),
                of("slipway contract: "),
                of("slipway contract: none"),
                of("Slipway Contract: 8"),
                of("kept by hand"),
                of(""));
    }

    private static KnownNote of(String comment, String... versions) {
        return new KnownNote(comment, List.of(versions));
    }

    @Override
    public String toString() {
        return "\"%s\"".formatted(comment);
    }
}
