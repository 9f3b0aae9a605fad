package dev.slipway.runner.command;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.flyway.ConfText;
import dev.slipway.runner.postgres.flyway.TomlText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files in which a Flyway project keeps its settings, where Flyway looks for them: `conf/`, the home of the user,
/// the working directory, and what `FLYWAY_CONFIG_FILES` names. If one of them is TOML, no other counts.
///
/// @param files what is said later counts more
/// @param environment for references to variables
record FlywayFiles(List<Path> files, Map<String, String> environment) {
    private static final String TOML = ".toml";
    private static final String DEFAULT_ENVIRONMENT = "default";
    private static final String ENVIRONMENTS = "environments.";

    /// What an environment says that is no setting of a run.
    private static final Set<String> NEEDLESS = Set.of("flyway.displayName", "flyway.provisioner");

    /// `${NAME}` in `.conf` files, `${env.NAME}` in TOML.
    private static final Pattern CONF_REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private static final Pattern TOML_REFERENCE = Pattern.compile("\\$\\{env\\.([^}]+)}");

    static FlywayFiles find(Map<String, String> environment, Path directory) {
        List<Path> named = FlywaySettings.list(environment.getOrDefault(FlywaySetting.CONFIG_FILES.variable(), ""))
                .map(name -> path(directory, name))
                .toList();
        String home = environment.getOrDefault("HOME", "");
        List<Path> folders = Stream.of(
                        Stream.of(directory.resolve("conf")),
                        home.isEmpty() ? Stream.<Path>empty() : Stream.of(path(directory, home)),
                        Stream.of(directory))
                .flatMap(each -> each)
                .toList();
        boolean toml = named.isEmpty()
                ? !lying(folders, "flyway.toml", "flyway.user.toml").isEmpty()
                : named.stream().anyMatch(FlywayFiles::isToml);
        List<Path> lying = toml ? lying(folders, "flyway.toml", "flyway.user.toml") : lying(folders, "flyway.conf");
        Predicate<Path> counts = file -> isToml(file) == toml;
        return new FlywayFiles(
                Stream.concat(lying.stream(), named.stream().filter(counts)).toList(), environment);
    }

    private static Path path(Path directory, String name) {
        try {
            return directory.resolve(name);
        } catch (InvalidPathException _) {
            throw unreadable(name, "it is not a file name");
        }
    }

    private static List<Path> lying(List<Path> folders, String... names) {
        return folders.stream()
                .flatMap(folder -> Arrays.stream(names).map(folder::resolve))
                .filter(Files::isRegularFile)
                .distinct()
                .toList();
    }

    private static boolean isToml(Path file) {
        return file.toString().endsWith(TOML);
    }

    boolean areFound() {
        return !files.isEmpty();
    }

    /// What they say, by the keys of Flyway; keys of other programs are left out.
    ///
    /// @throws SlipwayException with `UsageFailure` for a file that cannot be read
    Map<String, String> read() {
        Map<String, String> said = new TreeMap<>();
        files.forEach(file -> said.putAll(isToml(file) ? toml(file) : conf(file)));
        said.putAll(ofEnvironment(said));
        said.keySet().removeIf(key -> !key.startsWith(FlywaySetting.PREFIX));
        return said;
    }

    /// The address in `[environments.NAME]`, and what `[environments.NAME.flyway]` says otherwise.
    private Map<String, String> ofEnvironment(Map<String, String> said) {
        String named = environment.getOrDefault(
                FlywaySetting.ENVIRONMENT.variable(), said.getOrDefault(FlywaySetting.ENVIRONMENT.key(), ""));
        String prefix = ENVIRONMENTS + (named.isEmpty() ? DEFAULT_ENVIRONMENT : named) + ".";
        Map<String, String> chosen = new TreeMap<>();
        said.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                String name = key.substring(prefix.length());
                chosen.put(name.startsWith(FlywaySetting.PREFIX) ? name : FlywaySetting.PREFIX + name, value);
            }
        });
        if (chosen.isEmpty() && !named.isEmpty() && files.stream().anyMatch(FlywayFiles::isToml)) {
            throw new SlipwayException(new UsageFailure(
                    "Flyway's environment \"%s\" is in none of its files: %s"
                            .formatted(named, files.stream().map(Path::toString).collect(Collectors.joining(", "))),
                    "add [environments.%s] there, or correct flyway.environment or FLYWAY_ENVIRONMENT"
                            .formatted(named)));
        }
        chosen.keySet().removeIf(NEEDLESS::contains);
        return chosen;
    }

    private Map<String, String> conf(Path file) {
        Matcher references = CONF_REFERENCE.matcher(text(file, encoding()));
        return ConfText.read(references.replaceAll(this::referred));
    }

    private Charset encoding() {
        String name =
                environment.getOrDefault(FlywaySetting.CONFIG_FILE_ENCODING.variable(), StandardCharsets.UTF_8.name());
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    private Map<String, String> toml(Path file) {
        TomlText toml = TomlText.of(text(file, StandardCharsets.UTF_8));
        toml.malformedLine().ifPresent(line -> {
            throw unreadable(file.toString(), "line %d is not TOML".formatted(line));
        });
        Map<String, String> values = toml.values();
        values.replaceAll((_, value) -> TOML_REFERENCE.matcher(value).replaceAll(this::referred));
        return values;
    }

    private String referred(MatchResult reference) {
        return Matcher.quoteReplacement(
                environment.getOrDefault(reference.group(1).strip(), ""));
    }

    private static String text(Path file, Charset encoding) {
        try {
            return Files.readString(file, encoding);
        } catch (NoSuchFileException _) {
            throw unreadable(file.toString(), "it does not exist");
        } catch (CharacterCodingException _) {
            throw unreadable(file.toString(), "it is not encoded in %s".formatted(encoding));
        } catch (IOException _) {
            throw unreadable(file.toString(), "this user may not read it");
        }
    }

    private static SlipwayException unreadable(String file, String why) {
        return new SlipwayException(new UsageFailure(
                "Flyway's settings in \"%s\" cannot be read: %s".formatted(file, why),
                "correct the file, or %s if that names it".formatted(FlywaySetting.CONFIG_FILES.variable())));
    }
}
