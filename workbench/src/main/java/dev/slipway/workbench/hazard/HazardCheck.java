package dev.slipway.workbench.hazard;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.model.hazard.Allowance;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the hazards of scripts.
public final class HazardCheck {
    private HazardCheck() {}

    /// What a trace shows, in the order of the statements.
    ///
    /// @param model of the service that belongs to the scripts
    public static List<HazardFound> of(Step step, ScriptTrace trace, Model model) {
        List<HazardRule> rules = HazardRule.all(step.script(), model);
        List<HazardFound> found = new ArrayList<>();
        for (int number = 0; number < trace.statements().size(); number++) {
            StatementContext seen = new StatementContext(step.script().file(), trace.statements(), number);
            for (HazardSighting sighting : sightings(seen, rules)) {
                found.add(found(step.script(), seen.now().statement(), sighting));
            }
        }
        return found;
    }

    private static Set<HazardSighting> sightings(StatementContext seen, List<HazardRule> rules) {
        Set<HazardSighting> sightings = new LinkedHashSet<>();
        rules.forEach(rule -> sightings.addAll(rule.sightings(seen)));
        if (sightings.isEmpty()) {
            sightings.addAll(new LongStatementRule().sightings(seen));
        }
        return sightings;
    }

    /// Why PostgreSQL refused a script on a scratch database, be it empty or filled.
    public static HazardFound ofFailure(Step step, StatementFailed failure) {
        return ofFailure(step, failure, failure.error().message());
    }

    /// Why PostgreSQL refused it to the owner of tables on which row security is forced, and not to a superuser.
    public static HazardFound ofOwner(Step step, StatementFailed failure) {
        return ofFailure(
                step,
                failure,
                failure.error().message()
                        + "; it ran as the owner of the table, from whom forced row security hides rows");
    }

    private static HazardFound ofFailure(Step step, StatementFailed failure, String detail) {
        ServerError error = failure.error();
        Hazard hazard = error.isUnsafeEnumValue() ? Hazard.ENUM_VALUE_IN_USE : Hazard.FAILS_ON_DATA;
        Statement statement =
                failure.statement().orElseGet(() -> step.statements().getLast());
        return found(step.script(), statement, new HazardSighting(hazard, detail));
    }

    /// What an undo script was seen to lose; how much it was says nothing of a database in earnest.
    public static List<HazardFound> ofLosses(Step undo, List<Loss> losses) {
        return losses.stream().map(loss -> ofLoss(undo, loss.thing())).toList();
    }

    /// @param undo of which nothing but comments may be left
    /// @param lost in words: `column email of public.users`
    public static HazardFound ofLoss(Step undo, String lost) {
        HazardSighting sighting = new HazardSighting(Hazard.DATA_LOST_IN_UNDO, lost);
        return undo.statements().isEmpty()
                ? found(undo.script(), 1, sighting)
                : found(undo.script(), undo.statements().getFirst(), sighting);
    }

    /// What a script makes otherwise in each run.
    public static HazardFound ofVarying(Step step, SchemaObject.Key key) {
        return found(
                step.script(),
                NamingStatement.of(step.statements(), key),
                new HazardSighting(Hazard.TIME_DEPENDENT, "%s is another after each run".formatted(key)));
    }

    /// What a script calls otherwise in each run.
    ///
    /// @param key its recorded name
    public static HazardFound ofNaming(Step step, SchemaObject.Key key) {
        return found(
                step.script(),
                NamingStatement.of(step.statements(), key),
                new HazardSighting(Hazard.TIME_DEPENDENT, "%s is called otherwise after each run".formatted(key)));
    }

    /// Allowances of hazards that a script does not have.
    public static List<Finding> unused(Script script, List<HazardFound> found) {
        return script.header().allowances().stream()
                .filter(allowance -> found.stream().noneMatch(hazard -> hazard.hazard() == allowance.hazard()))
                .map(allowance -> unused(script, allowance))
                .toList();
    }

    private static Finding unused(Script script, Allowance allowance) {
        return new Finding(
                "%s:%d".formatted(allowance.path(), allowance.line()),
                "the %s allows \"%s\", which the script does not have"
                        .formatted(
                                allowance.path().equals(script.file().path()) ? "header" : "file",
                                allowance.hazard().code()),
                "such a hazard would pass unseen if the script got it later",
                "remove the line");
    }

    private static HazardFound found(Script script, Statement statement, HazardSighting sighting) {
        return found(script, SourcePlace.of(script.file(), statement, 0).line(), sighting);
    }

    private static HazardFound found(Script script, int line, HazardSighting sighting) {
        return new HazardFound(
                sighting.hazard(),
                script.file().path(),
                line,
                sighting.detail(),
                script.header().reasonFor(sighting.hazard()).orElse(null));
    }
}
