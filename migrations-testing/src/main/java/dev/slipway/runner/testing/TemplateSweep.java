package dev.slipway.runner.testing;

import dev.slipway.runner.postgres.sql.DatabaseCall;

/// Drops what nobody uses any more.
final class TemplateSweep {
    private TemplateSweep() {}

    /// @param run the one that begins, whose copies are in use from now on
    static void with(TemplateServer server, int run) {
        DatabaseCall.run("take the lock of a run", () -> server.lock(run));
        DatabaseCall.query("list the copies", server::copies)
                .forEach(copy -> dropUnlocked(server, TemplateServer.runOf(copy), copy));
        DatabaseCall.query("list old templates", server::oldTemplates)
                .forEach(template -> dropUnlocked(server, Template.lock(hashOf(template)), template));
    }

    private static String hashOf(String template) {
        return template.substring(template.lastIndexOf('_') + 1);
    }

    private static void dropUnlocked(TemplateServer server, int key, String database) {
        DatabaseCall.run("drop an old database", () -> {
            if (server.tryLock(key)) {
                try {
                    server.drop(database);
                } finally {
                    server.unlock(key);
                }
            }
        });
    }
}
