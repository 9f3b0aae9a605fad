package dev.slipway.runner.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

@Command(
        name = RootCommand.NAME,
        description = "Gets a PostgreSQL schema ready before the service that needs it is launched.",
        subcommands = {
            UpgradeCommand.class,
            DowngradeCommand.class,
            BatchCommand.class,
            PlanCommand.class,
            CurrentCommand.class,
            HistoryCommand.class,
            HeadsCommand.class,
            BranchesCommand.class,
            ShowCommand.class,
            RevisionCommand.class,
            MergeCommand.class,
            RenumberCommand.class,
            StampCommand.class,
            AdoptCommand.class,
            CheckCommand.class,
            DriftCommand.class,
            VerifyModelCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            WaitCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
public final class RootCommand {
    public static final String NAME = "slipway";

    /// The command that runs if none is named.
    public static final String DEFAULT = "upgrade";
}
