package dev.slipway.runner.engine.verify;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.postgres.catalog.LiveTrigger;
import java.util.ArrayList;
import java.util.List;

/// Whether the triggers that keep two generations of columns in step do so.
final class TriggerCheck {
    private static final String OUT_OF_STEP =
            "what one version of the service writes does not reach the columns of the other, or is refused";

    private final String table;
    private final List<Finding> findings = new ArrayList<>();

    private TriggerCheck(String table) {
        this.table = table;
    }

    static List<Finding> findings(Model.Table table, List<LiveTrigger> live) {
        TriggerCheck check = new TriggerCheck(table.name());
        for (Model.Trigger expected : table.triggers()) {
            live.stream()
                    .filter(trigger -> trigger.name().equals(expected.name()))
                    .findFirst()
                    .ifPresentOrElse(found -> check.compare(expected, found), () -> check.addMissing(expected));
        }
        return check.findings;
    }

    private void addMissing(Model.Trigger expected) {
        add(
                "trigger \"%s\" does not exist".formatted(expected.name()),
                "create it as its script does, with its function: create trigger %s %s"
                        .formatted(expected.name(), expected.definition()));
    }

    private void compare(Model.Trigger expected, LiveTrigger found) {
        switch (found.firing()) {
            case NEVER -> addDisabled(expected, "is disabled");
            case ONLY_REPLICATING -> addDisabled(expected, "fires for replicated changes only");
            case ALWAYS, UNLESS_REPLICATING -> {}
        }
        if (!found.definition().equals(expected.definition())) {
            add(
                    "trigger \"%s\" is \"%s\"".formatted(expected.name(), found.definition()),
                    "drop it and create it as its script does: create trigger %s %s"
                            .formatted(expected.name(), expected.definition()));
        }
        if (!found.functionMd5().equals(expected.functionMd5())) {
            add(
                    "function \"%s\" is not the one of the model: the MD5 of its source is %s instead of %s"
                            .formatted(found.function(), found.functionMd5(), expected.functionMd5()),
                    "create the function again as its script does");
        }
    }

    private void addDisabled(Model.Trigger expected, String how) {
        add(
                "trigger \"%s\" %s".formatted(expected.name(), how),
                "alter table %s enable trigger %s; rows written meanwhile may diverge: run `verify-model` again"
                        .formatted(table, expected.name()));
    }

    private void add(String what, String remedy) {
        findings.add(new Finding(table, what, OUT_OF_STEP, remedy));
    }
}
