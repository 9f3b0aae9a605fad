package dev.slipway.runner.postgres.client;

import dev.slipway.runner.model.failure.SlipwayException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds PostgreSQL's programs: in the folder that is named, or else on PATH and where packages put several versions
/// side by side. Of those that fit, the one nearest to the version of the server is taken.
public final class Clients {
    public static final String FLAG = "--pg-bin";

    static final String DUMP = "pg_dump";
    static final String RESTORE = "pg_restore";

    /// What `pg_restore` 17 sets for its session older servers do not know.
    private static final int TRANSACTION_TIMEOUT = 17;

    /// Folder and pattern of Debian, Red Hat, Alpine and Homebrew.
    private static final Map<String, String> PACKAGED = Map.of(
            "/usr/lib/postgresql", "*/bin",
            "/usr", "pgsql-*/bin",
            "/usr/libexec", "postgresql*",
            "/opt/homebrew/opt", "postgresql@*/bin");

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ((\\d+)\\S*)");

    private final String where;
    private final List<Client> found;

    private Clients(String where, List<Client> found) {
        this.where = where;
        this.found = found;
    }

    /// @param given the folder that is named, or null
    public static Clients find(@Nullable Path given, Map<String, String> environment) {
        if (given != null) {
            return new Clients("in \"%s\"".formatted(given), clients(Stream.of(given)));
        }
        Stream<Path> path = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(name -> !name.isEmpty())
                .flatMap(Clients::path);
        return new Clients("on PATH", clients(Stream.concat(path, packaged())));
    }

    private static Stream<Path> path(String name) {
        try {
            return Stream.of(Path.of(name));
        } catch (InvalidPathException _) {
            return Stream.empty();
        }
    }

    private static Stream<Path> packaged() {
        List<Path> folders = new ArrayList<>();
        PACKAGED.forEach((parent, pattern) -> {
            String first = pattern.replace("/bin", "");
            try (DirectoryStream<Path> children = Files.newDirectoryStream(Path.of(parent), first)) {
                children.forEach(child -> folders.add(pattern.endsWith("/bin") ? child.resolve("bin") : child));
            } catch (IOException _) {
                // another system
            }
        });
        return folders.stream();
    }

    private static List<Client> clients(Stream<Path> folders) {
        Map<Integer, Client> clients = new LinkedHashMap<>();
        folders.filter(folder -> Stream.of(DUMP, RESTORE).map(folder::resolve).allMatch(Files::isExecutable))
                .flatMap(folder -> client(folder).stream())
                .forEach(client -> clients.putIfAbsent(client.major(), client));
        return List.copyOf(clients.values());
    }

    private static Optional<Client> client(Path folder) {
        try {
            Process process = new ProcessBuilder(folder.resolve(DUMP).toString(), "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            return version.find()
                    ? Optional.of(new Client(folder, version.group(1), Integer.parseInt(version.group(2))))
                    : Optional.empty();
        } catch (IOException | UncheckedIOException _) {
            return Optional.empty();
        }
    }

    /// The one to dump a server with.
    ///
    /// @throws SlipwayException with `ClientMissing` or `ClientUnfit`
    public Client toDump(int server) {
        return choose("dump", server, server + " or newer", major -> major >= server);
    }

    /// The one to restore into a server with.
    ///
    /// @param dumper the major version of the client that wrote the dump
    /// @throws SlipwayException with `ClientMissing` or `ClientUnfit`
    public Client toRestore(int server, int dumper) {
        boolean old = server < TRANSACTION_TIMEOUT;
        return choose(
                "restore into",
                server,
                old && dumper < TRANSACTION_TIMEOUT
                        ? "%d to %d".formatted(dumper, TRANSACTION_TIMEOUT - 1)
                        : dumper + " or newer",
                major -> major >= dumper && (!old || major < TRANSACTION_TIMEOUT));
    }

    private Client choose(String doing, int server, String needed, Predicate<Integer> fits) {
        if (found.isEmpty()) {
            throw new SlipwayException(new ClientMissing(where, server));
        }
        return found.stream()
                .filter(client -> fits.test(client.major()))
                .min(Comparator.comparingInt(Client::major))
                .orElseThrow(() -> new SlipwayException(new ClientUnfit(doing, found, server, needed)));
    }
}
