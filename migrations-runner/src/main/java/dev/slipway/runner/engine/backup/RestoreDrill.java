package dev.slipway.runner.engine.backup;

import dev.slipway.runner.engine.scratch.Scratch;
import dev.slipway.runner.engine.scratch.ScratchRequest;
import dev.slipway.runner.model.LockWaiting;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.client.ClientFailed;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows that a backup can be restored, in a scratch database that is gone afterwards.
public final class RestoreDrill {
    private static final Pattern ROLE = Pattern.compile("ERROR:\\s+(role \".*\" does not exist)");
    private static final String UNDEFINED_OBJECT = "42704";

    private RestoreDrill() {}

    public static RestoreResult run(ScratchRequest scratch, RestoreRequest request, Progress progress) {
        return Scratch.lend(scratch, progress, server -> {
            RestoreResult result = restored(server, request.withoutOwners(), progress);
            return new RestoreResult(
                    "a scratch database",
                    result.backup(),
                    true,
                    result.position(),
                    result.taken(),
                    result.fingerprint(),
                    result.tables(),
                    result.rows(),
                    result.milliseconds(),
                    result.differences());
        });
    }

    private static RestoreResult restored(ScratchServer server, RestoreRequest request, Progress progress) {
        try (ScratchDatabase database = server.create()) {
            while (true) {
                try {
                    return Restore.into(database.session(), request, progress);
                } catch (SlipwayException e) {
                    if (!isRoleMadeUp(database, e)) {
                        throw e;
                    }
                }
            }
        }
    }

    /// Policies name roles that the scratch server need not have.
    private static boolean isRoleMadeUp(ScratchDatabase database, SlipwayException e) {
        if (!(e.failure() instanceof ClientFailed failed)) {
            return false;
        }
        Matcher missing = ROLE.matcher(String.join("\n", failed.said()));
        return missing.find()
                && database.makeUpRole(
                        new ServerError(UNDEFINED_OBJECT, missing.group(1), "", "", "", 0, LockWaiting.NOTHING));
    }
}
