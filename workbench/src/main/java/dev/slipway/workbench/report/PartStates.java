package dev.slipway.workbench.report;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a part of a diagram is at each place of a list of schemas. Only places where it changes are kept.
final class PartStates {
    private final NavigableMap<Integer, Optional<String>> changes = new TreeMap<>();

    /// @param place above all before
    void change(int place, Optional<String> text) {
        changes.put(place, text);
    }

    /// Its text, or nothing if it is not there.
    Optional<String> at(int place) {
        Map.Entry<Integer, Optional<String>> last = changes.floorEntry(place);
        return last == null ? Optional.empty() : last.getValue();
    }

    /// The longest text it ever has.
    int width() {
        return changes.values().stream()
                .mapToInt(text -> text.orElse("").length())
                .max()
                .orElse(0);
    }

    /// For the script of the page: a line for each change, `3 bigint not null`, or `5` if it is not there from then on.
    String lines() {
        return changes.entrySet().stream()
                .map(change -> change.getKey()
                        + change.getValue().map(text -> " " + text).orElse(""))
                .collect(Collectors.joining("\n"));
    }
}
