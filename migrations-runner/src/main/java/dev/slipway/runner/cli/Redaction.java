package dev.slipway.runner.cli;

import dev.slipway.runner.model.SecretShapes;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Masks secrets in every text that leaves the program, stack traces included.
///
/// The passwords of this run are masked wherever they stand, shorter ones only as a whole word. One that is shorter
/// than six characters, that is the word `password`, or that is also the name of the user, the host or the database
/// is not looked for, since it would make the output unreadable and tell the secret by what is missing; it is masked,
/// as every unknown one, only where it has the shape of a secret.
final class Redaction {
    private static final int SHORTEST = 6;
    private static final int UNMISTAKABLE = 12;
    private static final Set<String> PASSWORDS = Set.of(
            "DATABASE_PASSWORD",
            "PGPASSWORD",
            "FLYWAY_PASSWORD",
            "FLYWAY_JDBC_PROPERTIES_password",
            "FLYWAY_JDBC_PROPERTIES_sslpassword",
            "FLYWAY_TOKEN",
            "FLYWAY_LICENSE_KEY");
    private static final Set<String> NAMES = Set.of("DATABASE_USER", "FLYWAY_USER", "PGUSER", "PGDATABASE", "PGHOST");
    private static final String FILE = "DATABASE_PASSWORD_FILE";

    private static final Pattern URL = Pattern.compile("://([^:/@]*):(.*)@([^:/?]*)[^/?]*/?([^?]*)");
    private static final Pattern PARAMETER = Pattern.compile("[?&](?:ssl)?password=([^&]*)");

    private final Set<String> names;
    private final List<String> secrets;
    private final String file;

    /// Of the secrets that cannot change during a run.
    private final List<Pattern> fixed;

    private Redaction(Set<String> names, List<String> secrets, String file) {
        this.names = names;
        this.secrets = secrets;
        this.file = file;
        this.fixed = file.isEmpty() ? patterns() : List.of();
    }

    /// Knows the passwords in all URLs of the command line and the environment, and those in variables and files.
    static Redaction of(List<String> arguments, Map<String, String> environment) {
        List<String> urls = Stream.concat(arguments.stream(), environment.values().stream())
                .filter(text -> text.contains("postgres"))
                .toList();
        Stream<String> given = PASSWORDS.stream().map(name -> environment.getOrDefault(name, ""));
        Stream<String> parameters = urls.stream().flatMap(url -> groups(PARAMETER, url, 1));
        List<String> secrets = Stream.of(given, parameters, urls.stream().flatMap(url -> groups(URL, url, 2)))
                .flatMap(each -> each)
                .toList();
        Stream<String> named =
                Stream.of(1, 3, 4).flatMap(group -> urls.stream().flatMap(url -> groups(URL, url, group)));
        Stream<String> variables = NAMES.stream().map(name -> environment.getOrDefault(name, ""));
        return new Redaction(
                Set.copyOf(Stream.concat(named, variables).toList()), secrets, environment.getOrDefault(FILE, ""));
    }

    private static Stream<String> groups(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(match -> match.group(group));
    }

    String redact(String text) {
        String redacted = text;
        for (Pattern secret : file.isEmpty() ? fixed : patterns()) {
            redacted = secret.matcher(redacted).replaceAll(Matcher.quoteReplacement(SecretShapes.MASK));
        }
        return SecretShapes.mask(redacted);
    }

    /// The longest secret first, since one may be part of another.
    private List<Pattern> patterns() {
        return Stream.concat(secrets.stream(), fileContent())
                .flatMap(Redaction::formsOf)
                .filter(secret -> secret.length() >= SHORTEST && !secret.equals("password") && !names.contains(secret))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Redaction::pattern)
                .toList();
    }

    /// Read each time, since a secret may be rotated during a run.
    private Stream<String> fileContent() {
        try {
            return file.isEmpty()
                    ? Stream.empty()
                    : Stream.of(Files.readString(Path.of(file)).strip());
        } catch (IOException | InvalidPathException _) {
            return Stream.empty();
        }
    }

    /// As given, decoded, encoded in both ways, and as it stands in JSON.
    private static Stream<String> formsOf(String secret) {
        String plain = decoded(secret);
        return Stream.of(secret, plain).flatMap(text -> {
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            return Stream.of(
                    text,
                    encoded,
                    encoded.replace("+", "%20"),
                    text.replace("\\", "\\\\").replace("\"", "\\\""));
        });
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static Pattern pattern(String secret) {
        String quoted = Pattern.quote(secret);
        return Pattern.compile(
                secret.length() >= UNMISTAKABLE ? quoted : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])");
    }
}
