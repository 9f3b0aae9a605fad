package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactionTest {
    private static final Redaction NOTHING_KNOWN = Redaction.of(List.of(), Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://u:secret@db/app                 | postgresql://u:***@db/app
            jdbc:postgresql://u:sec:r@et@db/app          | jdbc:postgresql://u:***@db/app
            "postgresql://u:secret@db/app" is wrong      | "postgresql://u:***@db/app" is wrong
            jdbc:postgresql://db/app?user=u&password=s,1&ssl=true | jdbc:postgresql://db/app?user=u&password=***&ssl=true
            ?sslpassword=secret                          | ?sslpassword=***
            DATABASE_PASSWORD=secret PGPASSWORD=hush     | DATABASE_PASSWORD=*** PGPASSWORD=***
            host=db password='a b' user=u                | host=db password=*** user=u
            create role app login password 'it''''s' in role x | create role app login password '***' in role x
            ALTER ROLE app PASSWORD E'x'                 | ALTER ROLE app PASSWORD E'***'
            update users set hashed_password = 'x'       | update users set hashed_password = ***
            new.hashed_password = new.password_hash;     | new.hashed_password = new.password_hash;
            DATABASE_PASSWORD_FILE=/run/secrets/password | DATABASE_PASSWORD_FILE=/run/secrets/password
            user or password is wrong                    | user or password is wrong
            for example postgresql://user:password@db/app | for example postgresql://user:password@db/app
            http://localhost:8080/health, mail me@home   | http://localhost:8080/health, mail me@home
            postgresql://u@db:5432/app                   | postgresql://u@db:5432/app
            """)
    void masksWhatHasTheShapeOfASecret(String text, String expected) {
        assertThat(NOTHING_KNOWN.redact(text.replace("''''", "''"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            postgresql://u:p%40ss%2Fword@db/app               | p@ss/word ; p%40ss%2Fword
            postgresql://u:p@ss/word@db/app                   | p@ss/word ; p%40ss%2Fword
            postgresql://u:two%20words@db/app                 | two words ; two%20words ; two+words
            jdbc:postgresql://db/app?user=u&password=hushhush | hushhush
            postgresql://u:say%22it%5C%22now@db/app           | say"it\\"now ; say\\"it\\\\\\"now
            """)
    void masksAPasswordOfAUrlInAllItsForms(String url, String forms) {
        for (Redaction redaction : List.of(
                Redaction.of(List.of("upgrade", "--url", url), Map.of()),
                Redaction.of(List.of("--url=" + url), Map.of()),
                Redaction.of(List.of(), Map.of("DATABASE_URL", url)),
                Redaction.of(List.of(), Map.of("SLIPWAY_SCRATCH_URL", url)))) {
            assertThat(forms.split(" ; ", -1))
                    .allSatisfy(form ->
                            assertThat(redaction.redact("<" + form + ">")).isEqualTo("<***>"));
        }
    }

    @Test
    void leavesAJsonDocumentWhole() {
        Map<String, String> texts = Map.of(
                "a", "DATABASE_URL \"postgresql://u:secret@db/app?password=secret\": unknown",
                "b", "password=\"secret\", password = 'secret', password 'sec\"ret' it's",
                "c", "create role x password 'never closed");
        String redacted = NOTHING_KNOWN.redact(
                new GsonBuilder().disableHtmlEscaping().create().toJson(texts));
        assertThat(redacted).doesNotContain("secret", "sec\\\"ret");
        assertThat(new Gson().fromJson(redacted, new TypeToken<Map<String, String>>() {}))
                .isEqualTo(Map.of(
                        "a", "DATABASE_URL \"postgresql://u:***@db/app?password=***\": unknown",
                        "b", "password=***, password = ***, password '***' it's",
                        "c", "create role x password 'never closed"));
    }

    @Test
    void masksPasswordsOfVariablesAndFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from-file\n");
        Redaction redaction = Redaction.of(
                List.of(),
                Map.of(
                        "DATABASE_PASSWORD",
                        "from-variable",
                        "PGPASSWORD",
                        "from-libpq",
                        "DATABASE_PASSWORD_FILE",
                        file.toString()));
        assertThat(redaction.redact("from-variable, from-libpq, from-file")).isEqualTo("***, ***, ***");
        Files.writeString(file, "rotated-now\n");
        assertThat(redaction.redact("from-variable, rotated-now")).isEqualTo("***, ***");
        Files.delete(file);
        assertThat(redaction.redact("from-variable")).isEqualTo("***");
    }

    @Test
    void masksTheLongestFirst() {
        Redaction redaction =
                Redaction.of(List.of(), Map.of("DATABASE_PASSWORD", "hushhush", "PGPASSWORD", "hushhush-hush"));
        assertThat(redaction.redact("hushhush-hush hushhush")).isEqualTo("*** ***");
    }

    @Test
    void leavesAPasswordThatWouldMakeTheOutputUnreadable() {
        String text = "a database app on postgres, password and passwords";
        for (String password : List.of("a", "app", "word", "password")) {
            assertThat(Redaction.of(List.of(), Map.of("DATABASE_PASSWORD", password))
                            .redact(text))
                    .isEqualTo(text);
        }
        Redaction sameAsUser = Redaction.of(List.of(), Map.of("DATABASE_URL", "postgresql://postgres:postgres@db/app"));
        assertThat(sameAsUser.redact(text)).isEqualTo(text);
        assertThat(sameAsUser.redact("postgresql://postgres:postgres@db/app"))
                .isEqualTo("postgresql://postgres:***@db/app");
    }

    @Test
    void masksAShortPasswordAsAWholeWordOnly() {
        Redaction redaction = Redaction.of(List.of(), Map.of("DATABASE_PASSWORD", "schema"));
        assertThat(redaction.redact("schema, schemas, \"schema\"")).isEqualTo("***, schemas, \"***\"");
    }

    @Test
    void masksALongPasswordInsideAWord() {
        Redaction redaction = Redaction.of(List.of(), Map.of("DATABASE_PASSWORD", "correcthorsebattery"));
        assertThat(redaction.redact("xcorrecthorsebatteryx")).isEqualTo("x***x");
    }

    @Test
    void masksStackTraces() {
        StringWriter trace = new StringWriter();
        new IllegalStateException("outer hushhush", new IOException("postgresql://u:other@db/app hushhush"))
                .printStackTrace(new PrintWriter(trace));
        String redacted =
                Redaction.of(List.of(), Map.of("PGPASSWORD", "hushhush")).redact(trace.toString());
        assertThat(redacted)
                .contains("outer ***", "postgresql://u:***@db/app ***", "RedactionTest.masksStackTraces")
                .doesNotContain("hushhush", "other");
    }
}
