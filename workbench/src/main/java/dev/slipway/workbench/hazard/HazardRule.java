package dev.slipway.workbench.hazard;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.model.script.Script;
import java.util.List;

/// Finds the hazards of one family in a statement.
sealed interface HazardRule
        permits BackfillRule,
                CachedPlanRule,
                ConstraintRule,
                ForeignKeyRule,
                RemovalRule,
                IndexRule,
                LongStatementRule,
                NotNullRule,
                RewriteRule,
                SeveralLocksRule,
                TriggerRule,
                TruncateRule {
    List<HazardSighting> sightings(StatementContext seen);

    /// All but `LongStatementRule`, which only asks what no other has found.
    static List<HazardRule> all(Script script, Model model) {
        return List.of(
                new IndexRule(),
                new ConstraintRule(),
                new NotNullRule(),
                new RewriteRule(),
                new CachedPlanRule(),
                new TruncateRule(),
                new SeveralLocksRule(),
                new BackfillRule(),
                new ForeignKeyRule(),
                new TriggerRule(),
                new RemovalRule(script, model));
    }
}
