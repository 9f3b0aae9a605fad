package dev.slipway.runner.command;

import dev.slipway.runner.model.NearMiss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Names once what of a Flyway project's settings is not obeyed. Values are not told: they may be secrets.
record FlywayWarning(FlywaySettings settings) {
    Optional<String> of(Map<String, String> environment) {
        List<String> without = without(environment);
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of("settings of Flyway that have no effect here: " + String.join("; ", without));
    }

    private List<String> without(Map<String, String> environment) {
        List<String> without = new ArrayList<>();
        settings.keys()
                .forEach(key -> FlywaySetting.ofKey(key)
                        .ifPresentOrElse(
                                setting -> settings.value(setting)
                                        .filter(setting::isMissed)
                                        .ifPresent(_ -> without.add(because(setting, setting.counterpart()))),
                                () -> without.add(key + " (it is not known)")));
        addAddress(without, environment);
        settings.value(FlywaySetting.TARGET)
                .filter(FlywaySettings.CURRENT::equals)
                .ifPresent(_ -> without.add(because(FlywaySetting.TARGET, "name a version instead of \"current\"")));
        environment.keySet().stream()
                .filter(name -> name.startsWith(FlywaySetting.VARIABLE_PREFIX))
                .filter(name -> FlywaySetting.ofVariable(name).isEmpty())
                .sorted()
                .forEach(name -> NearMiss.of(name, variables())
                        .ifPresent(meant -> without.add("%s (did you mean %s?)".formatted(name, meant))));
        return without;
    }

    private void addAddress(List<String> without, Map<String, String> environment) {
        FlywayAddress address = new FlywayAddress(settings);
        boolean own = FlywayAddress.isOwn(Optional.empty(), environment);
        for (FlywaySetting setting : List.of(FlywaySetting.URL, FlywaySetting.USER, FlywaySetting.PASSWORD)) {
            if (!own && address.isUntold(setting)) {
                without.add(because(setting, "it refers to what only Flyway can read; say it in a variable"));
            } else if (!own && setting == FlywaySetting.URL && address.isOfAnother()) {
                without.add(because(setting, "it is not that of a PostgreSQL"));
            }
        }
    }

    private static String because(FlywaySetting setting, String why) {
        return "%s (%s)".formatted(setting.key(), why);
    }

    private static Set<String> variables() {
        return Arrays.stream(FlywaySetting.values())
                .filter(setting -> !setting.isFamily())
                .map(FlywaySetting::variable)
                .collect(Collectors.toSet());
    }
}
