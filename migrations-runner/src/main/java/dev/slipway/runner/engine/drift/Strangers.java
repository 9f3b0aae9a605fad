package dev.slipway.runner.engine.drift;

import dev.slipway.runner.engine.manifest.Comparison;
import dev.slipway.runner.engine.manifest.Followers;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Difference;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What lies in schemas that no script knows, and partitions that none made. A run does not mind them; who asks for
/// drift wants to know of them.
final class Strangers {
    private Strangers() {}

    /// @param found what a run would refuse
    /// @param all every difference there is
    static List<Difference> with(List<Difference> found, List<Difference> all, Manifest manifest, Schema live) {
        Set<String> schemas = Comparison.schemas(manifest);
        Followers partitions = Followers.partitions(live, Comparison.known(manifest));
        Stream<Difference> strangers = all.stream()
                .filter(difference -> difference.proved() == null)
                .filter(difference -> Namespace.of(difference.key())
                                .filter(schema -> !schemas.contains(schema))
                                .isPresent()
                        || partitions.have(difference.key(), Objects.requireNonNullElse(difference.live(), "")));
        return Stream.concat(found.stream(), strangers)
                .distinct()
                .sorted(Comparator.comparing(Difference::key))
                .toList();
    }
}
