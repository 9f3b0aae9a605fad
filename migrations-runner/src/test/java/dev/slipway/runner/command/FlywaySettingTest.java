package dev.slipway.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.command.FlywaySetting.Use;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.flywaydb.core.internal.configuration.ConfigUtils;
import org.flywaydb.core.internal.configuration.models.EnvironmentModel;
import org.flywaydb.core.internal.configuration.models.FlywayEnvironmentModel;
import org.flywaydb.core.internal.configuration.models.FlywayModel;
import org.flywaydb.core.internal.plugin.PluginRegister;
import org.junit.jupiter.api.Test;

/// The names of Flyway's settings are held to Flyway's own code.
final class FlywaySettingTest {
    /// Names in the code of Flyway that say nothing by themselves.
    private static final Set<String> NO_SETTINGS = Set.of("flyway.plugins.");

    /// Names that Flyway's own models give to what is called otherwise everywhere else, and what is no setting of a
    /// run.
    private static final Set<String> INNER_NAMES = Set.of(
            "flyway.migrationResolvers",
            "flyway.jdbcProperties",
            "flyway.placeholders",
            "flyway.pluginConfigurations",
            "flyway.propertyResolvers",
            "flyway.unknownConfigurations",
            "flyway.displayName",
            "flyway.provisioner",
            "flyway.resolvers",
            "flyway.flyway");

    @Test
    void everyNameOfFlywayIsKnown() throws IllegalAccessException {
        Set<String> names = new TreeSet<>(constants(ConfigUtils.class));
        for (ConfigurationExtension extension : new PluginRegister().getInstancesOf(ConfigurationExtension.class)) {
            names.addAll(constants(extension.getClass()));
        }
        Stream.of(FlywayModel.class, FlywayEnvironmentModel.class, EnvironmentModel.class)
                .flatMap(model -> Arrays.stream(model.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .forEach(field -> names.add("flyway." + field.getName()));
        names.removeAll(NO_SETTINGS);
        names.removeAll(INNER_NAMES);

        assertThat(names).hasSizeGreaterThan(70);
        assertThat(names.stream()
                        .filter(name -> FlywaySetting.ofKey(name).isEmpty())
                        .toList())
                .as("settings of Flyway that docs/how-to/from-flyway.md does not tell of")
                .isEmpty();
    }

    @Test
    void everyVariableIsFlyways() {
        for (FlywaySetting setting : FlywaySetting.values()) {
            String name = setting.isFamily() ? "x" : "";
            String key = ConfigUtils.convertKey(setting.variable() + name.toUpperCase(Locale.ROOT));
            if (key != null) {
                assertThat(setting.key() + name).isEqualTo(key);
            }
        }
        assertThat(Arrays.stream(FlywaySetting.values())
                        .filter(setting -> setting.use() == Use.UNDERSTOOD)
                        .filter(setting -> ConfigUtils.convertKey(setting.variable() + "X") == null
                                && ConfigUtils.convertKey(setting.variable()) == null)
                        .toList())
                .as("what Flyway reads from a variable under another name")
                .containsExactlyInAnyOrderElementsOf(List.of(FlywaySetting.ENVIRONMENT));
    }

    private static Set<String> constants(Class<?> type) throws IllegalAccessException {
        Set<String> names = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                field.setAccessible(true);
                names.add((String) field.get(null));
            }
        }
        return names.stream()
                .filter(name -> name.startsWith("flyway.") && !name.endsWith(".conf"))
                .collect(Collectors.toSet());
    }
}
