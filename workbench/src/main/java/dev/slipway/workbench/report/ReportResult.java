package dev.slipway.workbench.report;

import dev.slipway.runner.command.OutcomeGroup;
import dev.slipway.runner.command.PositionText;
import dev.slipway.runner.command.RefusalText;
import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.engine.status.UpgradeRefusal;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a report was written of.
///
/// @param file where it was written
/// @param revisions how many there are
/// @param proved whether it shows the schema
/// @param database null if none was asked
/// @param pending how many scripts an upgrade would run, or null if no database was asked
/// @param drift in a few words, or null if no database was asked
/// @param tenants null if there are not many
/// @param refusal what an upgrade would be refused for, or null
public record ReportResult(
        String file,
        int revisions,
        boolean proved,
        @Nullable String database,
        List<Version> position,
        @Nullable Integer pending,
        @Nullable String drift,
        @Nullable ReportedTenants tenants,
        @Nullable UpgradeRefusal refusal) {
    public ReportResult {
        position = List.copyOf(position);
    }

    public static ReportResult of(ReportRequest request, String file) {
        HistoryResult history = request.history();
        return new ReportResult(
                file,
                request.graph().order().size(),
                request.manifest() != null,
                history.database(),
                history.position(),
                history.database() == null
                        ? null
                        : PendingSection.entries(history).size(),
                request.drift() == null ? null : request.drift().summary(),
                request.tenants(),
                history.refusal());
    }

    /// For people.
    public String text() {
        String text = "wrote %s: %s%s"
                .formatted(
                        file,
                        Plural.of(revisions, "revision"),
                        proved ? "" : ", without the schema: there is no manifest.json, which `prove` writes");
        if (tenants != null) {
            return tenants.groups().stream()
                    .map(group -> "\n" + OutcomeGroup.line(group.tenants().size(), tenants.count(), group.words()))
                    .collect(Collectors.joining("", text + ", " + Plural.of(tenants.count(), "tenant"), ""));
        }
        return database == null
                ? text
                : "%s\n%s %s, %d pending, drift: %s"
                                .formatted(text, database, PositionText.of(position), pending, drift)
                        + RefusalText.of(refusal);
    }
}
