package dev.slipway.workbench.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two names of what a script made in two runs, and the name that stands for both.
///
/// @param name with a gap wherever they differ: `public.log_<number>_<number>`
/// @param gaps how many words differ
record AlignedName(String name, int gaps) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{4,}");
    private static final String HEX_GAP = "<hex>";
    private static final Pattern ENDS_WITH_NUMBER = Pattern.compile("([A-Za-z0-9]*[A-Za-z])[0-9]+");

    /// Nothing if other signs stand between their words.
    ///
    /// A part of a UUID may by chance be a number in both runs, so beside a part that is none it is no number.
    static Optional<AlignedName> of(String one, String other) {
        List<String> words = words(one);
        List<String> others = words(other);
        boolean alike = words.size() == others.size()
                && WORD.matcher(one).replaceAll("w").equals(WORD.matcher(other).replaceAll("w"));
        if (!alike) {
            return Optional.empty();
        }
        List<String> common = common(words, others);
        int gaps = (int) common.stream().filter(AlignedName::isGap).count();
        int[] next = {0};
        return Optional.of(new AlignedName(WORD.matcher(one).replaceAll(_ -> common.get(next[0]++)), gaps));
    }

    private static List<String> common(List<String> words, List<String> others) {
        List<String> common = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            common.add(words.get(i).equals(others.get(i)) ? words.get(i) : gap(words.get(i), others.get(i)));
        }
        if (common.contains(HEX_GAP)) {
            for (int i = 0; i < words.size(); i++) {
                common.set(i, isGap(common.get(i)) && both(HEX, words.get(i), others.get(i)) ? HEX_GAP : common.get(i));
            }
        }
        return common;
    }

    private static boolean isGap(String word) {
        return word.endsWith(">");
    }

    private static List<String> words(String name) {
        return WORD.matcher(name).results().map(MatchResult::group).toList();
    }

    /// `p<number>` of `p202611` and `p202801`.
    private static String gap(String one, String other) {
        Matcher first = ENDS_WITH_NUMBER.matcher(one);
        Matcher second = ENDS_WITH_NUMBER.matcher(other);
        if (first.matches() && second.matches() && first.group(1).equals(second.group(1))) {
            return first.group(1) + "<number>";
        }
        if (both(NUMBER, one, other)) {
            return "<number>";
        }
        return both(HEX, one, other) ? HEX_GAP : "<word>";
    }

    private static boolean both(Pattern pattern, String one, String other) {
        return pattern.matcher(one).matches() && pattern.matcher(other).matches();
    }
}
