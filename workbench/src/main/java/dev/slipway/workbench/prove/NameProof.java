package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.schema.VaryingNames;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Finds what a script calls otherwise in each run: it runs on one database as ever, and on another as if at another
/// time. Only a script that puts its SQL together can do so, itself or by a function that it calls, or one that asks
/// who runs it, or where.
///
/// @param trial a database before the script, which stays as it is
/// @param known what is known to be there
record NameProof(ProofDatabase trial, Script script, Schema known) {
    private static final Pattern PUTS_TOGETHER =
            Pattern.compile("(?i)\\bexecute\\b(?!\\s+(?:function|procedure|on)\\b)");

    /// Where a name is asked for that need not be put together.
    private static final Pattern ASKS = Pattern.compile(
            "(?i)\\bauthorization\\s+(?:current_user|current_role|session_user)\\b|\\bflyway:(?:user|database)\\b");

    private static final Pattern LAST_NAME = Pattern.compile("([\\w$]+)\"?\\(");
    private static final String NAME = "<name>";

    RunNames run() {
        String text = script.file().text();
        if (!PUTS_TOGETHER.matcher(text).find() && !ASKS.matcher(text).find() && !calls()) {
            return RunNames.NOTHING;
        }
        Schema before = trial.schema();
        try (ProofDatabase here = trial.copy();
                ProofDatabase there = trial.copy()) {
            Step step = here.step(script);
            here.run(step);
            there.runElsewhere(there.step(script));
            return naming(before, here, there);
        } catch (ScriptRefused _) {
            return RunNames.NOTHING;
        }
    }

    /// Whether it names a function that does.
    private boolean calls() {
        String text = script.file().text().toLowerCase(Locale.ROOT);
        return known.objects().values().stream()
                .filter(object -> object.key().kind() == ObjectKind.FUNCTION)
                .filter(object -> PUTS_TOGETHER.matcher(object.definition()).find())
                .map(object -> LAST_NAME.matcher(object.key().name()))
                .anyMatch(name -> name.find() && text.contains(name.group(1)));
    }

    private RunNames naming(Schema before, ProofDatabase here, ProofDatabase there) {
        Schema made = here.schema();
        Schema other = ShiftedClock.shown(there.schema());
        List<SchemaObject.Key> mine = own(before, made, here);
        List<SchemaObject.Key> theirs = own(before, other, there);
        Map<SchemaObject.Key, Integer> varying = common(mine, theirs);
        Map<SchemaObject.Key, Integer> others = common(theirs, mine);
        mine.stream().filter(VaryingNames::isOne).filter(theirs::contains).forEach(key -> varying.put(key, 1));
        List<SchemaObject.Key> numbered = new ArrayList<>();
        varying.forEach((key, several) -> {
            int count = several.equals(others.get(key)) ? several : 1;
            for (int number = 1; number <= count; number++) {
                numbered.add(VaryingNames.numbered(key, number));
            }
        });
        List<SchemaObject.Key> fixed = new ArrayList<>(before.objects().keySet());
        mine.stream().filter(theirs::contains).forEach(fixed::add);
        return RunNames.of(VaryingNames.of(numbered, fixed), before, made, other);
    }

    /// What has another name there, by the one that stands for both, and how many there are of each. Of two that fit,
    /// the wider one counts: of a month of the next year the month may be the same by chance.
    private static Map<SchemaObject.Key, Integer> common(List<SchemaObject.Key> here, List<SchemaObject.Key> there) {
        Map<SchemaObject.Key, AlignedName> nearest = new TreeMap<>();
        for (SchemaObject.Key key : here) {
            if (!there.contains(key)) {
                there.stream()
                        .filter(twin -> twin.kind() == key.kind() && !here.contains(twin))
                        .flatMap(twin -> AlignedName.of(key.name(), twin.name()).stream())
                        .min(Comparator.comparingInt(AlignedName::gaps))
                        .ifPresent(found -> nearest.put(key, found));
            }
        }
        Map<SchemaObject.Key, Integer> common = new TreeMap<>();
        nearest.forEach((key, own) -> {
            AlignedName widest = nearest.entrySet().stream()
                    .filter(other -> other.getKey().kind() == key.kind())
                    .map(Map.Entry::getValue)
                    .filter(other -> other.gaps() > own.gaps() && VaryingNames.covers(other.name(), key.name()))
                    .max(Comparator.comparingInt(AlignedName::gaps))
                    .orElse(own);
            common.merge(new SchemaObject.Key(key.kind(), widest.name()), 1, Integer::sum);
        });
        return common;
    }

    /// What a script added, without the names of database and user.
    private List<SchemaObject.Key> own(Schema before, Schema after, ProofDatabase where) {
        ServerCircumstances circumstances =
                DatabaseCall.query("read the server's date", () -> ServerCircumstances.read(where.session()));
        Set<String> asked = circumstances.in(script.file().text());
        String user = asked.contains(circumstances.user()) ? circumstances.user() : circumstances.database();
        return after.objects().keySet().stream()
                .filter(key -> !before.objects().containsKey(key))
                .map(key ->
                        new SchemaObject.Key(key.kind(), without(without(key.name(), circumstances.database()), user)))
                .toList();
    }

    private static String without(String name, String word) {
        return Pattern.compile("(?<![A-Za-z0-9])%s(?![A-Za-z0-9])".formatted(Pattern.quote(word)))
                .matcher(name)
                .replaceAll(NAME);
    }
}
