package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.script.ScriptSet;
import java.util.regex.Pattern;

/// What a work may have left in its session, and so whether that can serve the next tenant as if it were new.
public enum SessionTraces {
    /// Settings and the role: nothing was changed.
    SETTINGS,

    /// What can be taken from it.
    OBJECTS,

    /// More than that: the session ends.
    ANY;

    /// A setting of one's own stays known in a session, as an empty text, and so do a library that was loaded and the
    /// variables of a language that keeps some.
    private static final Pattern LASTING = Pattern.compile(
            "\\bset_config\\b|\\bset\\s+(?:session\\s+)?\"?\\w+\"?\\s*\\.|\\bload\\s+'|\\bpl(?:perlu?|python3?u|tclu?|v8)\\b",
            Pattern.CASE_INSENSITIVE);

    /// What scripts leave, by their texts.
    public static SessionTraces of(ScriptSet scripts) {
        return scripts.all()
                        .anyMatch(
                                script -> LASTING.matcher(script.file().text()).find())
                ? ANY
                : OBJECTS;
    }
}
