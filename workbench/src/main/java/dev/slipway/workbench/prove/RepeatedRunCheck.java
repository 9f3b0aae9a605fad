package dev.slipway.workbench.prove;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells what a script makes otherwise in each run: its definition holds a moment, a random value, or what only one
/// server says of itself. What was so before the script and stays so is taken as it is recorded.
final class RepeatedRunCheck {
    /// Shorter ones can be the same by chance.
    private static final int TELLING = 8;

    private static final String SOMETHING = "...";

    private final Schema recorded;
    private final Schema before;
    private final Schema after;
    private final Set<String> circumstances;

    /// The words that vary of the objects which do.
    private final Set<String> carried = new HashSet<>();

    /// @param recorded what was proved of the schema before the script
    /// @param before as it was on the database on which the script then led to the schema after it
    /// @param circumstances what can only come from where and when the script ran
    RepeatedRunCheck(Schema recorded, Schema before, Schema after, Set<String> circumstances) {
        this.recorded = recorded;
        this.before = before;
        this.after = after;
        this.circumstances = Set.copyOf(circumstances);
        recorded.varying().forEach(object -> carried.addAll(varying(object.key())));
    }

    private Set<String> varying(SchemaObject.Key key) {
        SchemaObject object = recorded.objects().get(key);
        SchemaObject now = before.objects().get(key);
        if (object == null || object.another() == null || now == null) {
            return Set.of();
        }
        Set<String> common = DefinitionTokens.of(object.definition());
        common.retainAll(DefinitionTokens.of(Objects.requireNonNull(object.another())));
        Set<String> own = DefinitionTokens.of(now.definition());
        own.removeAll(common);
        return own;
    }

    /// The schema after the script, and what the script makes otherwise in each run.
    record Settled(Schema schema, List<SchemaObject.Key> unsteady) {
        Settled {
            unsteady = List.copyOf(unsteady);
        }
    }

    /// @param second the schema after another run of the script, or null if there was none
    Settled settled(@Nullable Schema second) {
        List<SchemaObject> made = after.notIn(before);
        List<SchemaObject> marked = new ArrayList<>();
        List<SchemaObject.Key> unsteady = new ArrayList<>();
        for (SchemaObject object : made) {
            Optional<SchemaObject> varying = unsteady(object, second);
            varying.ifPresent(_ -> unsteady.add(object.key()));
            marked.add(varying.orElseGet(() -> inheriting(object)));
        }
        return new Settled(after.settled(recorded).replacing(marked), unsteady);
    }

    /// An object that the script itself makes otherwise in each run, marked so.
    private Optional<SchemaObject> unsteady(SchemaObject object, @Nullable Schema second) {
        SchemaObject other = second == null ? null : second.objects().get(object.key());
        if (other != null && !other.isSame(object)) {
            return Optional.of(object.varying(other.definition()));
        }
        String elsewhere = without(object, circumstances);
        return elsewhere.equals(object.definition()) ? Optional.empty() : Optional.of(object.varying(elsewhere));
    }

    private SchemaObject inheriting(SchemaObject object) {
        String inherited = without(object, inherited(object));
        return inherited.equals(object.definition()) ? object : object.varying(inherited);
    }

    /// What was not the same in each run before, and is in this object now.
    private Set<String> inherited(SchemaObject object) {
        Set<String> found = new HashSet<>(varying(object.key()));
        carried.stream().filter(word -> word.length() >= TELLING).forEach(found::add);
        found.retainAll(DefinitionTokens.of(object.definition()));
        return found;
    }

    private static String without(SchemaObject object, Set<String> words) {
        String definition = object.definition();
        for (String word : words) {
            definition = Pattern.compile("(?<![A-Za-z0-9])%s(?![A-Za-z0-9])".formatted(Pattern.quote(word)))
                    .matcher(definition)
                    .replaceAll(SOMETHING);
        }
        return definition;
    }
}
