package dev.slipway.runner.command;

import dev.slipway.runner.engine.offline.OfflineRun;
import dev.slipway.runner.engine.offline.PlanResult;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.review.Remark;
import dev.slipway.runner.model.review.Remark.Level;
import dev.slipway.runner.model.review.Review;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The steps, and what is known of them: what is not proved, hazards, and what large tables get.
///
/// @param home where the scripts are
record PlanReview(PlanResult result, Manifest manifest, ScriptSet scripts, String home) {
    private static final String COMMAND = "plan";
    private static final List<String> HEADINGS =
            List.of("revision", "description", "script", "statements", "in a transaction");

    Review review() {
        List<Remark> remarks = new ArrayList<>();
        result.unproved().forEach(script -> remarks.add(unproved(origin(script.script()), script.why())));
        remarks.addAll(ImpactRemarks.of(result.impacts(), scripts));
        hazards().forEach(found -> remarks.add(hazard(found)));
        return new Review(COMMAND, home, steps(), remarks, summary());
    }

    private Remark unproved(String origin, String why) {
        return new Remark(
                Level.WARNING,
                COMMAND,
                origin,
                "the script " + why,
                "`%s` refuses it with exit code 3".formatted(result.direction().command()),
                "run `prove`, and commit %s with the scripts".formatted(Manifest.FILE_NAME));
    }

    /// What the manifest says of the scripts of the plan.
    private List<HazardFound> hazards() {
        Set<String> planned =
                result.steps().stream().map(PlanResult.PlannedStep::script).collect(Collectors.toSet());
        return Stream.concat(
                        manifest.revisions().values().stream().map(ProvedRevision::hazards),
                        manifest.repeatables().values().stream().map(ProvedRepeatable::hazards))
                .flatMap(List::stream)
                .filter(found -> planned.contains(found.script()))
                .toList();
    }

    private Remark hazard(HazardFound found) {
        String where = "%s:%d".formatted(origin(found.script()), found.line());
        Remark finding = Remark.of(COMMAND, found.finding());
        String allowed = found.allowed();
        return new Remark(
                allowed == null ? Level.WARNING : Level.NOTE,
                finding.rule(),
                where,
                finding.what(),
                finding.effect(),
                allowed == null ? finding.remedy() : "allowed in the script: " + allowed);
    }

    private String origin(String path) {
        return ImpactRemarks.origin(scripts, path);
    }

    private List<List<String>> steps() {
        return result.steps().isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(HEADINGS), result.steps().stream().map(PlanReview::row))
                        .toList();
    }

    private static List<String> row(PlanResult.PlannedStep step) {
        return List.of(
                step.label(),
                step.description(),
                step.script(),
                String.valueOf(step.statements().size()),
                step.transactional() ? "yes" : "no");
    }

    private String summary() {
        String database = Objects.requireNonNullElse(result.database(), "no database");
        return result.steps().isEmpty()
                ? "nothing to do: %s is at %s".formatted(database, OfflineRun.name(result.from()))
                : "%s from %s to %s, %s: %s"
                        .formatted(
                                result.direction().command(),
                                OfflineRun.name(result.from()),
                                OfflineRun.name(result.to()),
                                Plural.of(result.steps().size(), "script"),
                                database);
    }
}
