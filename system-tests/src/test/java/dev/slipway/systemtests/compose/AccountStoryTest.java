package dev.slipway.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.compose.ApiClient.Answer;
import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The life of the accounts from the first administrator to a restart, with an older service beside the new one.
@RequiresEngine(programs = "docker-compose")
final class AccountStoryTest {
    private static final Answer REFUSED = Answer.problem(401, """
            {"title":"Unauthorized","status":401,"detail":"user name or password is wrong, or there were too many attempts"}""");
    private static final Answer ENDED = Answer.problem(401, """
            {"title":"Unauthorized","status":401,"detail":"the token is not valid, or no longer; sign in again"}""");
    private static final Answer NOT_FOR_THIS_ROLE = Answer.problem(403, """
            {"title":"Forbidden","status":403,"detail":"your role does not allow this"}""");
    private static final String SETTINGS = """
            {"companyName":"Slipway","timeZone":"Europe/Berlin","maxFailedLoginAttempts":3,"lockoutMinutes":60""";
    private static final String PASSWORD = "correct horse bätтery";
    /// Of the same password, as Werkzeug writes it.
    private static final String PBKDF2 =
            "pbkdf2:sha256:600000$Xk3aPq9Zt1bC7dEf$42533e0f460bd2b09eb7ed0e8424c02701dbd4839c3ba676dc49bf0afe420c98";
    private static final String NEW_ADMIN_PASSWORD = "no longer the one in the file";
    private static final String DIVERGING = """
            select count(*) from users
            where hashed_password is distinct from password_hash or is_admin <> (role = 'admin')""";

    /// Compose starts and stops three containers, and old and new passwords are hashed at their full price.
    @Test
    void accountsLiveFromTheFirstAdministratorToARestart(ComposeProject project) throws Exception {
        ApiClient nobody = start(project);
        ApiClient admin = signedIn(nobody, "admin", fileOf("admin_password"), new Identity(1, "admin"));
        theAdministratorSeesTheSchema(admin);
        theAdministratorChangesTheSettings(admin);
        theAdministratorMakesAMember(admin);
        ApiClient member = signedIn(nobody, "second", "twelve letters", new Identity(2, "member"));
        theMemberKeepsToItsOwn(member);
        wrongPasswordsLockTheMember(project, nobody, admin);
        anOldUserSignsInAndIsRenewed(project, nobody);
        bothServicesWriteTheSameUsers(project, admin);
        theDatabaseStillFitsTheModel(project);
        theAdministratorSurvivesARestart(project, admin);
    }

    private record Identity(long user, String role) {}

    private static ApiClient start(ComposeProject project) {
        project.up().orFail();
        ApiClient nobody = healthy(project);
        assertThat(container(project, "migrations-runner").exitCode()).isZero();
        assertThat(container(project, "backend-service").startedAt())
                .isAfter(container(project, "migrations-runner").finishedAt());
        assertThat(nobody.get("/api/users")).isEqualTo(Answer.problem(401, """
                {"title":"Unauthorized","status":401,"detail":"sign in at /api/auth/login"}"""));
        return nobody;
    }

    private static ApiClient signedIn(ApiClient nobody, String username, String password, Identity identity) {
        Answer answer = nobody.signIn(username, password);
        String token = answer.body().replaceAll("\\{\"accessToken\":\"([\\w.-]+)\".*", "$1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).matches("""
                \\{"accessToken":"[\\w.-]+","tokenType":"Bearer","expiresIn":900,\
                "refreshToken":"[\\w.-]+","refreshExpiresIn":\\d+,"user":%d,"role":"%s"\\}""".formatted(identity.user(), identity.role()));
        return nobody.withToken(token);
    }

    private static void theAdministratorSeesTheSchema(ApiClient admin) {
        Answer answer = admin.get("/api/schema");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("""
                {"expected":"8","found":"8","compatible":true,"verdict":"ready",\
                "message":"the schema is at revision \\"8\\"","pending":null,"drift":[],"history":[{"rank":1,"version":"1",""");
        assertThat(answer.body().split("\"success\":true}", -1)).hasSize(9);
    }

    private static void theAdministratorChangesTheSettings(ApiClient admin) {
        Answer changed = Answer.json(200, SETTINGS + ",\"updatedAt\":\"THEN\"}");
        assertThat(admin.send("PUT", "/api/company", SETTINGS + "}").status()).isEqualTo(428);
        assertThat(admin.with("If-Match", "*").send("PUT", "/api/company", SETTINGS + "}"))
                .isEqualTo(changed);
        assertThat(admin.get("/api/company")).isEqualTo(changed);
    }

    private static void theAdministratorMakesAMember(ApiClient admin) {
        assertThat(admin.send("POST", "/api/users", """
                {"username":"second","email":"second@example.org","role":"member","password":"twelve letters"}""")).isEqualTo(Answer.json(201, """
                        {"id":2,"username":"second","email":"second@example.org","role":"member","phone":null,"active":true,\
                        "lockedUntil":null,"lastSignInAt":null,"createdAt":"THEN","version":1}"""));
    }

    private static void theMemberKeepsToItsOwn(ApiClient member) {
        assertThat(member.get("/api/company")).isEqualTo(Answer.json(200, SETTINGS + ",\"updatedAt\":\"THEN\"}"));
        assertThat(member.send("PUT", "/api/company", SETTINGS + "}")).isEqualTo(NOT_FOR_THIS_ROLE);
        assertThat(member.send("POST", "/api/users", "{}")).isEqualTo(NOT_FOR_THIS_ROLE);
        assertThat(member.get("/api/schema")).isEqualTo(NOT_FOR_THIS_ROLE);
        assertThat(member.get("/api/users/1/preferences")).isEqualTo(Answer.problem(403, """
                {"title":"Forbidden","status":403,"detail":"only user 1 and administrators may do this"}"""));
        assertThat(member.get("/api/users/2/preferences")).isEqualTo(Answer.json(200, """
                {"language":"en","timeZone":"UTC","emailNotifications":true}"""));
        Answer chosen = Answer.json(200, """
                {"language":"pt-BR","timeZone":"America/Sao_Paulo","emailNotifications":false}""");
        assertThat(member.with("If-Match", "*").send("PUT", "/api/users/2/preferences", chosen.body()))
                .isEqualTo(chosen);
        assertThat(member.get("/api/users/2/preferences")).isEqualTo(chosen);
    }

    private static void wrongPasswordsLockTheMember(ComposeProject project, ApiClient nobody, ApiClient admin) {
        String failures =
                "select failed_login_attempts, locked_until > now() + interval '59 min' from users where id = 2";
        assertThat(nobody.signIn("second", "wrong")).isEqualTo(REFUSED);
        assertThat(nobody.signIn("second", "wrong")).isEqualTo(REFUSED);
        assertThat(rows(project, failures)).isEqualTo("2|\n");
        assertThat(nobody.signIn("second", "wrong")).isEqualTo(REFUSED);
        assertThat(rows(project, failures)).isEqualTo("3|t\n");
        assertThat(nobody.signIn("second", "twelve letters")).isEqualTo(REFUSED);
        assertThat(nobody.signIn("nobody", "twelve letters")).isEqualTo(REFUSED);
        assertThat(admin.get("/api/users/2").body()).contains("\"lockedUntil\":\"THEN\"");
        assertThat(rows(project, "update users set locked_until = now() - interval '1 second' where id = 2"))
                .isEqualTo("UPDATE 1\n");
        signedIn(nobody, "second", "twelve letters", new Identity(2, "member"));
        assertThat(rows(project, failures)).isEqualTo("0|\n");
    }

    private static void anOldUserSignsInAndIsRenewed(ComposeProject project, ApiClient nobody) {
        new OlderService(project).insert("otto", PBKDF2, true);
        signedIn(nobody, "otto", PASSWORD, new Identity(3, "admin"));
        assertThat(rows(project, """
                        select hashed_password like '$argon2id$v=19$%', password_hash = hashed_password, is_admin, role
                        from users where id = 3""")).isEqualTo("t|t|t|admin\n");
        signedIn(nobody, "otto", PASSWORD, new Identity(3, "admin"));
    }

    private static void bothServicesWriteTheSameUsers(ComposeProject project, ApiClient admin) throws Exception {
        OlderService older = new OlderService(project);
        OlderService.SHARED.forEach(username -> older.insert(username, PBKDF2, false));
        List<String> writers = List.of("legacy", "former");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Outcome>> running = writers.stream()
                    .map(writer -> threads.submit(() -> older.writeUntilTheEnd(writer)))
                    .toList();
            try {
                older.awaitWriters(writers);
                changeAtOnce(threads, new NewerService(admin.with("If-Match", "*")));
            } finally {
                NewerService.create(admin, OlderService.END);
            }
            for (Future<Outcome> writer : running) {
                assertThat(writer.get()).isEqualTo(new Outcome(0, "DO\n"));
            }
        }
        assertThat(rows(project, DIVERGING)).isEqualTo("0\n");
    }

    private static void changeAtOnce(ExecutorService threads, NewerService newer) throws Exception {
        List<Callable<Integer>> changes = Stream.of("viewer", "admin")
                .<Callable<Integer>>map(role -> () -> newer.change(OlderService.SHARED, role, 10))
                .toList();
        for (Future<Integer> changed : threads.invokeAll(changes)) {
            assertThat(changed.get()).isEqualTo(40);
        }
    }

    private static void theDatabaseStillFitsTheModel(ComposeProject project) {
        Outcome outcome = project.runner("verify-model");
        assertThat(outcome.output())
                .containsPattern("the model fits: 5 tables, 38 columns, 2 bridges, 0 diverging rows\\R");
        assertThat(outcome.exitCode()).isZero();
    }

    private static void theAdministratorSurvivesARestart(ComposeProject project, ApiClient admin) throws IOException {
        assertThat(admin.send(
                        "PUT", "/api/users/1/password", """
                {"current":"%s","password":"%s"}""".formatted(fileOf("admin_password"), NEW_ADMIN_PASSWORD)))
                .isEqualTo(new Answer(204, "", ""));
        String administrator = "select id, email, hashed_password, created_at from users where username = 'admin'";
        String before = rows(project, administrator);

        project.restart("backend-service").orFail();
        ApiClient nobody = healthy(project);

        assertThat(rows(project, administrator)).isEqualTo(before).hasLineCount(1);
        assertThat(container(project, "backend-service").logs()).containsOnlyOnce("first administrator: ");
        assertThat(nobody.signIn("admin", fileOf("admin_password"))).isEqualTo(REFUSED);
        ApiClient again = signedIn(nobody, "admin", NEW_ADMIN_PASSWORD, new Identity(1, "admin"));
        assertThat(again.get("/api/company").body()).startsWith(SETTINGS);
        assertThat(new ApiClient(nobody.address(), admin.headers()).get("/api/company"))
                .isEqualTo(ENDED);
        aDemotedAdministratorHasNoRightsAnyMore(nobody, again);
        assertThat(rows(project, DIVERGING)).isEqualTo("0\n");
    }

    private static void aDemotedAdministratorHasNoRightsAnyMore(ApiClient nobody, ApiClient admin) {
        Answer made = admin.send("POST", "/api/users", """
                {"username":"deputy","email":"deputy@example.org","role":"admin","password":"the deputy's secret"}""");
        long id = Long.parseLong(made.body().replaceAll("\\{\"id\":(\\d+),.*", "$1"));
        ApiClient deputy = signedIn(nobody, "deputy", "the deputy's secret", new Identity(id, "admin"));
        assertThat(deputy.get("/api/schema").status()).isEqualTo(200);
        assertThat(admin.with("If-Match", "*")
                        .send("PUT", "/api/users/" + id, """
                        {"username":"deputy","email":"deputy@example.org","role":"member","active":true}""")
                        .status())
                .isEqualTo(200);
        assertThat(deputy.get("/api/schema")).isEqualTo(ENDED);
    }

    private static ApiClient healthy(ComposeProject project) {
        Poll.until(
                "the service is healthy",
                () -> container(project, "backend-service").isHealthy());
        return ApiClient.at(container(project, "backend-service").address(8080));
    }

    private static ComposeContainer container(ComposeProject project, String service) {
        return project.container(service).orElseThrow();
    }

    /// What the database's owner sees or does.
    private static String rows(ComposeProject project, String sql) {
        return project.psql("slipway_owner", sql).orFail().output();
    }

    private static String fileOf(String secret) throws IOException {
        return Files.readString(Command.ROOT.resolve("deploy/secrets").resolve(secret))
                .strip();
    }
}
