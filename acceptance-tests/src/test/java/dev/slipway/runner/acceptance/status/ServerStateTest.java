package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.model.UnavailableReason;
import dev.slipway.runner.postgres.connect.ConnectAttempt;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Connector;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// States of a whole server, each brought about on a real one of its own.
final class ServerStateTest {
    private static final String STORE_PASSWORD = "changeit";

    @AutoClose
    private final PostgresServer server = PostgresServer.start(0);

    @RegisterExtension
    private final Project project = new Project(server);

    @Test
    void tellsAStandbyAndAServerThatShutsDown() throws Exception {
        Files.writeString(project.folder().resolve("V1__a.sql"), "create table a (id int);");
        project.run("upgrade");
        // a standby takes readers before it has replayed what follows the last checkpoint
        server.execute("checkpoint");
        becomeStandby();
        assertThat(await(UnavailableReason.IN_RECOVERY).said()).isEqualTo("server: in_hot_standby is on");
        answersReads();

        try (Connection _ = project.database().connect()) {
            assertThat(process(postmaster()).destroy()).isTrue();
            assertThat(await(UnavailableReason.STARTING_UP).said())
                    .isEqualTo("server: the database system is shutting down (SQLSTATE 57P03)");
        }
    }

    private void answersReads() {
        assertThat(project.run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 1 (head)
            """);
        assertThat(project.run("check").text()).isEqualTo("""
            exit 0
            no problems: 1 revision, 1 head; app on localhost:PORT is at 1
            """);
        assertThat(project.run("history").out()).contains("1         a            applied");
        assertThat(project.run("upgrade", "--wait-timeout", "0").text()).isEqualTo("""
                    exit 4
                    --- stderr
                    error: database app on localhost:PORT is not usable: it is a standby or still in recovery
                      server: in_hot_standby is on
                      state: nothing was changed; gave up after TIME and 1 attempt
                      help:  point DATABASE_URL to the primary, or list all servers in it
                    """);
    }

    /// After a crash the server recovers, and finds that it is to stay in recovery.
    private void becomeStandby() throws Exception {
        write("standby.signal", List.of(""));
        try (Connection connection = project.database().connect()) {
            assertThat(process(ask(connection, "select pg_backend_pid()")).destroyForcibly())
                    .isTrue();
        }
    }

    @Test
    void tellsThatPgHbaRefuses() throws Exception {
        write("pg_hba.conf", List.of("host all postgres all trust", "host postgres all all trust"));
        server.execute("select pg_reload_conf()");
        ConnectAttempt.Failed failed = await(UnavailableReason.NOT_PERMITTED);
        assertThat(failed.said())
                .startsWith("server: no pg_hba.conf entry for host ")
                .endsWith("user \"%s\", database \"%s\", no encryption (SQLSTATE 28000)"
                        .formatted(
                                project.database().owner(), project.database().name()));
    }

    @Test
    void checksTheCertificateAsSslmodeSays() throws Exception {
        offerTls();
        Path root = project.folder().resolve("server.crt");
        String url = project.database().url();
        assertThat(attempt(url + "?sslmode=require")).isInstanceOf(ConnectAttempt.Connected.class);
        assertThat(attempt(url + "?sslmode=verify-full&sslrootcert=" + root))
                .isInstanceOf(ConnectAttempt.Connected.class);
        assertThat(attempt(url.replace("localhost", "127.0.0.1") + "?sslmode=verify-ca&sslrootcert=" + root))
                .isInstanceOf(ConnectAttempt.Connected.class);
        assertThat(List.of(
                        attempt(url.replace("localhost", "127.0.0.1") + "?sslmode=verify-full&sslrootcert=" + root),
                        attempt(url + "?sslmode=verify-full&sslrootcert="
                                + project.folder().resolve("missing.crt")),
                        attempt(url + "?sslrootcert=system")))
                .allSatisfy(attempt -> assertThat(attempt)
                        .isInstanceOfSatisfying(
                                ConnectAttempt.Failed.class,
                                failed -> assertThat(failed.reason()).isEqualTo(UnavailableReason.TLS_REFUSED)));
    }

    private void offerTls() throws Exception {
        Path store = project.folder().resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
        Certificate certificate = keys.getCertificate("server");
        List<String> pem = pem("CERTIFICATE", certificate.getEncoded());
        Files.write(project.folder().resolve("server.crt"), pem);
        write("server.crt", pem);
        write(
                "server.key",
                pem(
                        "PRIVATE KEY",
                        keys.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded()));
        server.execute("alter system set ssl = on");
        server.execute("select pg_reload_conf()");
        awaitTls();
    }

    private void awaitTls() throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!(attempt(project.database().url() + "?sslmode=require") instanceof ConnectAttempt.Connected)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static List<String> pem(String what, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Arrays.asList("-----BEGIN %s-----\n%s\n-----END %s-----"
                .formatted(what, body, what)
                .split("\n", -1));
    }

    /// Lets the server write into its own folder, so that the file has the owner it insists on.
    private void write(String name, List<String> lines) throws Exception {
        try (Connection connection = server.connectAsSuperuser("postgres")) {
            String array = "array['" + String.join("','", lines) + "']";
            String file = ask(connection, "show data_directory") + "/" + name;
            server.execute("copy (select unnest(%s)) to '%s'".formatted(array, file));
            Files.setPosixFilePermissions(Path.of(file), PosixFilePermissions.fromString("rw-------"));
        }
    }

    private String postmaster() throws SQLException {
        try (Connection connection = server.connectAsSuperuser("postgres")) {
            return ask(connection, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)");
        }
    }

    private static ProcessHandle process(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private ConnectAttempt.Failed await(UnavailableReason reason) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            ConnectAttempt attempt = attempt(project.database().url());
            if (attempt instanceof ConnectAttempt.Failed failed && failed.reason() == reason) {
                return failed;
            }
            assertThat(System.nanoTime()).as("%s", attempt).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static ConnectAttempt attempt(String url) throws InterruptedException {
        ConnectionSettings settings = ConnectionSettings.of(Optional.of(url), Map.of());
        ConnectAttempt attempt = new Connector(settings, "wait").attempt(Duration.ofSeconds(10));
        if (attempt instanceof ConnectAttempt.Connected(Session session)) {
            session.close();
        }
        return attempt;
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
