package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the server says while scripts are tried. It is told only of one that fails: the others say it again when they
/// run for good.
final class HeldMessages {
    private final Map<String, Held> scripts = new HashMap<>();

    private record Held(ServerMessages messages, List<Event> said) {}

    ServerMessages of(String script) {
        List<Event> said = new ArrayList<>();
        ServerMessages messages = new ServerMessages(script, said::add);
        scripts.put(script, new Held(messages, said));
        return messages;
    }

    void tell(String script, Progress progress) {
        Held held = scripts.get(script);
        if (held != null) {
            held.messages().end();
            held.said().forEach(progress::report);
        }
    }
}
