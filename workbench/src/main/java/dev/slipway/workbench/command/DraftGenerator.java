package dev.slipway.workbench.command;

import dev.slipway.runner.command.GivenScripts;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.command.RevisionGenerator;
import dev.slipway.runner.engine.revision.RevisionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Writes scripts from entities, and for bridges, and proves them.
@Command(
        footer = {
            "",
            "With --autogenerate, two scratch databases are compared: one with what the scripts give, one with what the",
            "entities need. The scripts that close the difference run while a service works on filled tables, as several",
            "revisions if need be, and are proved. What entities cannot express stays: views, triggers, functions,",
            "policies, partial and expression indexes, privileges; so do checks and defaults that no entity speaks of,",
            "until --drop names them.",
            "",
            "With --bridge two columns of a table are kept equal by triggers, so that services of two generations can",
            "work on it: one writes the left column, one the right. A second script fills the rows that are there, in",
            "batches. The left column goes with --drop-bridge, in a contract revision, when no service uses it any"
                    + " more.",
            "A side may have an expression over the column of the other, for example",
            "users.is_admin = (role = 'admin') <-> users.role = case when is_admin then 'admin' else 'member' end",
            "",
            "Examples:",
            "  slipway revision -m \"add phone to users\"",
            "  slipway revision -m \"add phone to users\" --head 6 --branch-label phones",
            "  slipway revision -m \"a schema of its own\" --head base",
            "  slipway revision --autogenerate -m \"full names\" --entities target/classes",
            "  slipway revision --autogenerate -m \"full names\" --rename users.name=users.full_name",
            "  slipway revision -m \"hashed password\" --bridge 'users.password_hash <-> users.hashed_password'",
            "  slipway revision -m \"old hash\" --drop-bridge 'users.password_hash <-> users.hashed_password'"
        })
final class DraftGenerator implements RevisionGenerator {
    @Mixin
    private final AutogenerateOptions autogenerate = new AutogenerateOptions();

    @Mixin
    private final BridgeOptions bridges = new BridgeOptions();

    @Override
    public boolean isGiven() {
        return bridges.isGiven() || autogenerate.isSpokenOf();
    }

    @Override
    public Report report(RevisionRequest request, GivenScripts given) {
        autogenerate.require();
        return bridges.isGiven()
                ? new BridgeCall(given, autogenerate, bridges.isDrop())
                        .report(request, bridges.bridges(autogenerate.autogenerate))
                : new AutogenerateCall(given, autogenerate).report(request);
    }
}
