package dev.slipway.runner.testing;

import dev.slipway.runner.engine.readiness.Readiness;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One server with one session on it, which says by its lock that the databases of this process are in use.
final class TestServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerAddress address;
    private final int run = new SecureRandom().nextInt();
    private final Set<String> copies = new TreeSet<>();
    private final Set<String> used = new HashSet<>();
    private int copied;
    private @Nullable Session session;
    private @Nullable TemplateServer templates;

    private TestServer(ServerAddress address) {
        this.address = address;
    }

    static TestServer at(String url, Map<String, String> environment) {
        return new TestServer(new ServerAddress(ConnectionSettings.of(Optional.of(url), environment)));
    }

    ServerAddress address() {
        return address;
    }

    /// A copy of the template, which is made first if there is none.
    ///
    /// @return the name of the copy
    synchronized String copy(Template template, Migration migration) {
        TemplateServer server = templates();
        String name = server.copyName(run, ++copied);
        while (!copied(server, template.hash(), name)) {
            make(server, template, migration);
        }
        copies.add(name);
        return name;
    }

    /// @return false if there is no template
    private boolean copied(TemplateServer server, String hash, String name) {
        String template = server.templateName(hash);
        return DatabaseCall.query("copy a template", () -> {
            server.lockShared(Template.lock(hash));
            try {
                boolean there = server.isComplete(template);
                if (there) {
                    server.copy(template, name);
                }
                if (there && used.add(hash)) {
                    server.markUsed(template);
                }
                return there;
            } finally {
                server.unlockShared(Template.lock(hash));
            }
        });
    }

    /// One process does it, and the others wait. What an earlier one left unfinished is begun anew.
    private static void make(TemplateServer server, Template template, Migration migration) {
        String name = server.templateName(template.hash());
        int key = Template.lock(template.hash());
        DatabaseCall.run("make a template", () -> {
            server.lock(key);
            try {
                if (!server.isComplete(name)) {
                    server.drop(name);
                    server.create(name);
                    migration.run(name, template.target());
                    server.complete(name);
                }
            } finally {
                server.unlock(key);
            }
        });
    }

    synchronized void drop(String name) {
        if (copies.remove(name)) {
            DatabaseCall.run("drop a database", () -> templates().drop(name));
        }
    }

    private TemplateServer templates() {
        TemplateServer open = templates;
        if (open == null) {
            Session opened = Readiness.await(address.settings(), "testing", PATIENCE, _ -> {});
            open = DatabaseCall.query("find the database", () -> TemplateServer.of(opened));
            session = opened;
            templates = open;
            TemplateSweep.with(open, run);
        }
        return open;
    }

    @Override
    public synchronized void close() {
        Session open = session;
        if (open != null) {
            Set.copyOf(copies).forEach(this::drop);
            open.close();
            session = null;
            templates = null;
            used.clear();
        }
    }
}
