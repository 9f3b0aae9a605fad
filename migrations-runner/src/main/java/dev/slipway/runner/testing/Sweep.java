package dev.slipway.runner.testing;

import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.template.TemplateServer;
import java.sql.SQLException;

/// Drops what nobody uses any more.
final class Sweep {
    private Sweep() {}

    /// @param run the one that begins, whose copies are in use from now on
    static void with(TemplateServer server, int run) {
        DatabaseCall.run("drop old databases", () -> {
            server.lock(run);
            for (String copy : server.copies()) {
                dropUnlocked(server, TemplateServer.runOf(copy), copy);
            }
            for (String template : server.oldTemplates()) {
                String hash = template.substring(template.lastIndexOf('_') + 1);
                dropUnlocked(server, Template.lock(hash), template);
            }
        });
    }

    private static void dropUnlocked(TemplateServer server, int key, String database) throws SQLException {
        if (server.tryLock(key)) {
            try {
                server.drop(database);
            } finally {
                server.unlock(key);
            }
        }
    }
}
