package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of all tenants that one of several processes works on. A tenant stays in its shard as long as the count is
/// the same, whoever else comes or goes; with another count as few move as can be (rendezvous hashing,
/// https://en.wikipedia.org/wiki/Rendezvous_hashing).
///
/// @param index from 0, as Kubernetes counts the Pods of an indexed Job
public record Shard(int index, int count) {
    public static final Shard WHOLE = new Shard(0, 1);
    private static final Pattern FORM = Pattern.compile("(?<index>\\d{0,6})/(?<count>\\d{1,6})");

    /// @param text `3/20`, or `/20` with the index of the Pod
    /// @param completion the index of the Pod in its Job, or empty
    /// @throws SlipwayException with a usage failure
    public static Shard parse(String text, String completion) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw malformed(text, "it is INDEX/COUNT");
        }
        String index = form.group("index").isEmpty() ? completion : form.group("index");
        if (!index.matches("\\d{1,6}")) {
            throw malformed(text, "it has no index, and JOB_COMPLETION_INDEX is \"%s\"".formatted(index));
        }
        Shard shard = new Shard(Integer.parseInt(index), Integer.parseInt(form.group("count")));
        if (shard.index >= shard.count) {
            throw malformed(text, "the index goes from 0 to %d".formatted(shard.count - 1));
        }
        return shard;
    }

    private static SlipwayException malformed(String text, String problem) {
        return new SlipwayException(new UsageFailure(
                "--shard \"%s\" is no shard: %s".formatted(text, problem),
                "give for example 0/20 to 19/20, or /20 in a Pod of an indexed Job"));
    }

    /// Whether a tenant belongs to it.
    public boolean has(String tenant) {
        long name = hash(tenant);
        long own = weight(name, index);
        for (int other = 0; other < count; other++) {
            if (other != index && Long.compareUnsigned(weight(name, other), own) > 0) {
                return false;
            }
        }
        return true;
    }

    /// FNV-1a, which gives the same everywhere and for ever.
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /// The finalizer of SplitMix64.
    private static long weight(long name, int shard) {
        long mixed = name + (shard + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
