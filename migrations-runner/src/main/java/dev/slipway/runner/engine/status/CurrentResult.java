package dev.slipway.runner.engine.status;

import dev.slipway.runner.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a database is.
///
/// @param managed whether it has a history
/// @param tables whether it has tables although it has no history
/// @param position the revisions nothing else that is applied builds on
/// @param ahead the revisions of newer scripts that it has beside these, if they only expand the schema
/// @param pending how many scripts are left to apply
/// @param begun the revisions of which a script did not come to its end
/// @param baseline how far up a baseline stands for all revisions of the database, or null if none does
/// @param fingerprint of the schema as the last run left it, or null if none was kept
/// @param batches the large changes of data that are not complete
/// @param refusal what an upgrade would be refused for, or null if it would not be
public record CurrentResult(
        String database,
        boolean managed,
        boolean tables,
        List<Version> position,
        List<Version> heads,
        List<Version> ahead,
        int pending,
        List<Version> begun,
        @Nullable Version baseline,
        @Nullable String fingerprint,
        List<BatchState> batches,
        @Nullable UpgradeRefusal refusal) {
    public CurrentResult {
        position = List.copyOf(position);
        heads = List.copyOf(heads);
        ahead = List.copyOf(ahead);
        begun = List.copyOf(begun);
        batches = List.copyOf(batches);
    }

    /// The heads it is not at.
    public List<Version> behind() {
        return ahead.isEmpty()
                ? heads.stream().filter(head -> !position.contains(head)).toList()
                : List.of();
    }
}
