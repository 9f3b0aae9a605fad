package dev.slipway.runner.command;

import dev.slipway.runner.engine.adopt.AdoptResult;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.Version;

final class AdoptText {
    private AdoptText() {}

    static String of(AdoptResult result) {
        String position = "%s %s".formatted(result.database(), PositionText.of(result.position(), result.ahead()));
        return switch (result.outcome()) {
            case EMPTY -> "nothing to adopt: %s is empty, and `upgrade` makes its schema".formatted(result.database());
            case MANAGED ->
                "nothing to adopt: %s, says its history%s"
                        .formatted(
                                position,
                                result.ahead().isEmpty() ? "" : "; use the newer scripts to bring it elsewhere");
            case ADOPTED ->
                "adopted: %s, whose schema it has (%s)%s".formatted(position, objects(result), notCompared(result));
            case ADOPTABLE ->
                "%s, whose schema it has (%s)%s\n%s, were it not for --dry-run: nothing was changed"
                        .formatted(position, objects(result), notCompared(result), recorded(result));
        };
    }

    /// The same words for all databases of which the same is to be said.
    static String outcome(AdoptResult result) {
        String position = PositionText.of(result.position(), result.ahead());
        return switch (result.outcome()) {
            case EMPTY -> "nothing to adopt: empty";
            case MANAGED -> "nothing to adopt, %s".formatted(position);
            case ADOPTED -> "adopted, %s".formatted(position);
            case ADOPTABLE -> "would be adopted, %s".formatted(position);
        };
    }

    private static String objects(AdoptResult result) {
        return Plural.of(result.objects(), "object");
    }

    private static String recorded(AdoptResult result) {
        return result.recorded().isEmpty()
                ? "an empty history would be made"
                : Version.list(result.recorded()) + " would be recorded";
    }

    private static String notCompared(AdoptResult result) {
        return result.notCompared().isEmpty()
                ? ""
                : "\nnot compared, and run by the next `upgrade`: " + String.join(", ", result.notCompared());
    }
}
