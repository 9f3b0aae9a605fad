package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.ServerMessage;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import java.util.function.Consumer;

/// Tells what the server says while a script runs, as far as people can read it, and counts the rest.
final class ServerMessages implements Consumer<ServerMessage> {
    private static final int WARNINGS = 100;
    private static final int NOTICES = 10;

    private final String script;
    private final Progress progress;
    private long warnings;
    private long notices;

    ServerMessages(String script, Progress progress) {
        this.script = script;
        this.progress = progress;
    }

    @Override
    public void accept(ServerMessage message) {
        boolean shown = message.isWarning() ? ++warnings <= WARNINGS : ++notices <= NOTICES;
        if (shown) {
            progress.report(new Event.ServerSaid(script, message));
        }
    }

    /// The script has ended.
    void end() {
        long passedOver = Math.max(0, warnings - WARNINGS) + Math.max(0, notices - NOTICES);
        if (passedOver > 0) {
            progress.report(new Event.ServerSaidMore(script, passedOver));
        }
    }
}
