package dev.slipway.runner.cli;

import dev.slipway.runner.model.review.Remark;
import dev.slipway.runner.model.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A review as a comment: a heading, a table of steps, a table of remarks.
final class MarkdownText {
    private static final List<String> HEADINGS = List.of("", "where", "what", "effect", "remedy");

    private MarkdownText() {}

    static String of(Review review, RemarkPlace.Finder places) {
        List<String> parts = new ArrayList<>();
        parts.add("### slipway %s\n\n%s".formatted(review.command(), escaped(review.summary())));
        if (!review.steps().isEmpty()) {
            parts.add(table(review.steps()));
        }
        if (!review.remarks().isEmpty()) {
            parts.add(table(Stream.concat(
                            Stream.of(HEADINGS), review.remarks().stream().map(remark -> row(remark, places)))
                    .toList()));
        }
        return String.join("\n\n", parts);
    }

    private static List<String> row(Remark remark, RemarkPlace.Finder places) {
        return List.of(
                remark.level().name().toLowerCase(Locale.ROOT),
                places.find(remark.where())
                        .map(place -> "%s:%d".formatted(place.file(), place.line()))
                        .orElse(remark.where()),
                remark.what(),
                remark.effect(),
                remark.remedy());
    }

    /// @param rows the first has the headings
    private static String table(List<List<String>> rows) {
        String rule = "|---".repeat(rows.getFirst().size()) + "|";
        return Stream.concat(
                        Stream.of(line(rows.getFirst()), rule),
                        rows.stream().skip(1).map(MarkdownText::line))
                .collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(MarkdownText::escaped).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /// As it is read, with nothing that Markdown, HTML or a mention would make of it.
    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_{}\\[\\]#|~!$]", "\\\\$0")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("@(?=\\w)", "@&#8203;")
                .replaceAll("(?i)\\b(https?|ftp)://", "$1:&#8203;//")
                .strip()
                .replaceAll("\\R", "<br>")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
