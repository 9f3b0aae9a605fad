package dev.slipway.runner.cli;

import dev.slipway.runner.model.review.Remark;
import dev.slipway.runner.model.review.Remark.Level;
import dev.slipway.runner.model.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Remarks as workflow commands of GitHub, which shows them beside the lines of a change, and the summary for the log.
///
/// Their escapes are those of `@actions/core`: https://github.com/actions/toolkit, `command.ts`
final class GithubText {
    private static final Pattern COMMAND = Pattern.compile("(?mU)^(\\s*)::");

    private GithubText() {}

    static String of(Review review, RemarkPlace.Finder places) {
        return Stream.concat(
                        review.remarks().stream().map(remark -> command(review, remark, places)),
                        Stream.of(line(review.summary())))
                .collect(Collectors.joining("\n"));
    }

    private static String command(Review review, Remark remark, RemarkPlace.Finder places) {
        List<String> properties = new ArrayList<>();
        RemarkPlace place = places.find(remark.where()).orElse(null);
        if (place != null) {
            properties.add("file=" + property(place.file().toString()));
            properties.add("line=" + place.line());
        }
        properties.add("title=" + property("slipway %s".formatted(title(review, remark))));
        return "::%s %s::%s"
                .formatted(command(remark.level()), String.join(",", properties), data(text(remark, place != null)));
    }

    /// Without the code of a hazard, which is in the title.
    private static String text(Remark remark, boolean placed) {
        String text = remark.text(placed);
        String code = remark.rule() + ": ";
        return placed && text.startsWith(code) ? text.substring(code.length()) : text;
    }

    private static String title(Review review, Remark remark) {
        return review.command().equals(remark.rule()) ? remark.rule() : review.command() + ": " + remark.rule();
    }

    private static String command(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String line(String text) {
        return harmless(text.replaceAll("[\\r\\n]+", " "));
    }

    /// The same without commands, for what a script says: those of today start a line after any blanks, and those of
    /// before may stand anywhere in it (https://github.com/actions/runner, `ActionCommand.cs`).
    static String harmless(String text) {
        return COMMAND.matcher(text).replaceAll("$1: :").replace("##[", "## [");
    }
}
