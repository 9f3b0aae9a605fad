package dev.slipway.runner.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.runner.model.failure.SlipwayException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectionSettingsTest {
    private static final String ME = System.getProperty("user.name");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # forms of URL
            postgresql://u:p@db:5433/app                      | u:p [db:5433] app {}
            postgres://u:p@db/app                             | u:p [db:5432] app {}
            POSTGRESQL://u@db/app                             | u: [db:5432] app {}
            postgresql+psycopg2://u:p@db/app                  | u:p [db:5432] app {}
            postgresql+psycopg://u:p@db/app                   | u:p [db:5432] app {}
            postgresql+asyncpg://u:p@db/app                   | u:p [db:5432] app {}
            postgresql+pg8000://u:p@db/app                    | u:p [db:5432] app {}
            jdbc:postgresql://db:5433/app?user=u&password=p   | u:p [db:5433] app {}
            jdbc:postgresql://u:p@db/app                      | u:p [db:5432] app {}
            jdbc:postgresql:app?user=u                        | u: [localhost:5432] app {}
            jdbc:postgresql:/?user=u                          | u: [localhost:5432] u {}
            # several hosts, IPv6
            postgresql://u@h1,h2/app                          | u: [h1:5432, h2:5432] app {}
            postgresql://u@h1:5433,h2,h3:5434/app             | u: [h1:5433, h2:5432, h3:5434] app {}
            jdbc:postgresql://h1:1,h2:2/app?user=u            | u: [h1:1, h2:2] app {}
            postgresql://u@[::1]:5433/app                     | u: [[::1]:5433] app {}
            postgresql://u@[2001:db8::1],[::1]:2/app          | u: [[2001:db8::1]:5432, [::1]:2] app {}
            postgresql://u@/app?host=h1:1&host=h2:2           | u: [h1:1, h2:2] app {}
            postgresql://u@/app?host=::1&port=7               | u: [[::1]:7] app {}
            # empty parts
            postgresql://u@:5433/app                          | u: [localhost:5433] app {}
            postgresql://u@/app                               | u: [localhost:5432] app {}
            postgresql:///app?user=u                          | u: [localhost:5432] app {}
            postgresql://u@db                                 | u: [db:5432] u {}
            postgresql://u@db/                                | u: [db:5432] u {}
            postgresql://u:@db/app?                           | u: [db:5432] app {}
            postgresql://db/app?user=u&dbname=other           | u: [db:5432] other {}
            # percent-encoding
            postgresql://u%40x:p%2Fq%3A%25@db/a%20b           | u@x:p/q:% [db:5432] a b {}
            postgresql://u:p@ss@db/app                        | u:p@ss [db:5432] app {}
            postgresql://u:p:q@db/app                         | u:p:q [db:5432] app {}
            postgresql://u:caf%C3%A9€@db/app                  | u:café€ [db:5432] app {}
            postgresql://u:a+b@db/app?options=-c%20x=1+1      | u:a+b [db:5432] app {options=-c x=1+1}
            jdbc:postgresql://db/app?user=u&password=a+b%2B   | u:a b+ [db:5432] app {}
            # parameters
            postgresql://u@db/app?sslmode=require             | u: [db:5432] app {sslmode=require}
            postgresql://u@db/app?sslmode=verify-full&sslrootcert=/ca.crt&sslcert=/c&sslkey=/k | u: [db:5432] app {sslcert=/c, sslkey=/k, sslmode=verify-full, sslrootcert=/ca.crt}
            postgresql://u@db/app?sslrootcert=system          | u: [db:5432] app {sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory, sslmode=verify-full}
            postgresql://u@db/app?ssl=true                    | u: [db:5432] app {sslmode=require}
            postgresql+asyncpg://u@db/app?ssl=verify-ca       | u: [db:5432] app {sslmode=verify-ca}
            jdbc:postgresql://db/app?user=u&ssl=true          | u: [db:5432] app {sslmode=verify-full}
            jdbc:postgresql://db/app?user=u&ssl               | u: [db:5432] app {sslmode=verify-full}
            jdbc:postgresql://db/app?ssl=true&sslmode=require&user=u | u: [db:5432] app {sslmode=require}
            postgresql://u@db/app?connect_timeout=3&application_name=x&channel_binding=require | u: [db:5432] app {ApplicationName=x, channelBinding=require, connectTimeout=3}
            jdbc:postgresql://db/app?user=u&connectTimeout=3&currentSchema=s&ApplicationName=x | u: [db:5432] app {ApplicationName=x, connectTimeout=3, currentSchema=s}
            postgresql://u@db/app?keepalives=1&keepalives_idle=30&load_balance_hosts=random | u: [db:5432] app {}
            jdbc:postgresql://db/app?user=u&socketTimeout=30&preferQueryMode=simple&autosave=always | u: [db:5432] app {}
            postgresql://u@h1,h2/app?target_session_attrs=read-write | u: [h1:5432, h2:5432] app {}
            jdbc:postgresql://db/app?user=u&targetServerType=any     | u: [db:5432] app {}
            """)
    void readsEveryFormOfUrl(String url, String expected) {
        assertThat(text(of(Map.of("DATABASE_URL", url)))).isEqualTo(expected.replace("u: [", "u: ["));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysql://u:secret@db/app              | "mysql://u:***@db/app": it does not begin with postgresql:// or jdbc:postgresql://
            u:secret@db/app                      | "u:***@db/app": it does not begin with postgresql:// or jdbc:postgresql://
            postgresql:app                       | "postgresql:app": it does not begin with postgresql:// or jdbc:postgresql://
            '"postgresql://u:secret@db/app"'     | ""postgresql://u:***@db/app"": it does not begin with postgresql:// or jdbc:postgresql://
            postgresql://u:secret@db:54x2/app    | "postgresql://u:***@db:54x2/app": the port "54x2" is not a number from 1 to 65535
            postgresql://u:secret@db:0/app       | "postgresql://u:***@db:0/app": the port "0" is not a number from 1 to 65535
            postgresql://u:secret@db:65536/app   | "postgresql://u:***@db:65536/app": the port "65536" is not a number from 1 to 65535
            postgresql://u:sec/ret@db/app        | "postgresql://u:***@db/app": a "/" or "?" stands before the "@"
            postgresql://u:1/ret@db/app          | "postgresql://u:***@db/app": a "/" or "?" stands before the "@"
            postgresql://u:sec?ret@db/app        | "postgresql://u:***@db/app": a "/" or "?" stands before the "@"
            postgresql://u:sec%zz@db/app         | "postgresql://u:***@db/app": the password holds a % that is not followed by two hexadecimal digits of UTF-8
            postgresql://u:sec%ff@db/app         | "postgresql://u:***@db/app": the password holds a % that is not followed by two hexadecimal digits of UTF-8
            postgresql://u@[::1/app              | "postgresql://u@[::1/app": the bracket of an IPv6 address is not closed
            postgresql://u@db/app/more           | "postgresql://u@db/app/more": more than one "/" follows the host
            postgresql://u@a b/app               | "postgresql://u@a b/app": the host "a b" is not a host name
            postgresql://u@%2Frun%2Fpg/app       | "postgresql://u@%2Frun%2Fpg/app": "/run/pg" is a Unix socket, and Java reaches PostgreSQL over TCP only
            postgresql://u@/app?host=/run/pg     | "postgresql://u@/app?host=/run/pg": "/run/pg" is a Unix socket, and Java reaches PostgreSQL over TCP only
            postgresql://u@h1,h2/app?port=1,2,3  | "postgresql://u@h1,h2/app?port=1,2,3": 3 ports are given for 2 hosts
            postgresql://u@db/app?sslmod=require | "postgresql://u@db/app?sslmod=require": unknown parameter "sslmod"
            postgresql://u@db/app?sslmode=must   | "postgresql://u@db/app?sslmode=must": sslmode=must is not possible
            postgresql://u@db/app?ssl=yes        | "postgresql://u@db/app?ssl=yes": ssl=yes is not possible
            postgresql://u@db/app?sslmode        | "postgresql://u@db/app?sslmode": the parameter "sslmode" has no value
            postgresql://u@db/app?sslrootcert=system&sslmode=require | "postgresql://u@db/app?sslrootcert=system&sslmode=require": sslmode=require is not possible
            postgresql://u@db/app?connect_timeout=5s | "postgresql://u@db/app?connect_timeout=5s": connect_timeout=5s is not possible
            postgresql://u@db/app?target_session_attrs=standby | "postgresql://u@db/app?target_session_attrs=standby": target_session_attrs=standby leads to a server that may not take writes
            jdbc:postgresql://db/app?readOnly=true  | "jdbc:postgresql://db/app?readOnly=true": a read-only connection cannot migrate
            jdbc:postgresql://db/app?replication=database | "jdbc:postgresql://db/app?replication=database": the parameter "replication" is not possible: a replication connection cannot migrate
            jdbc:postgresql://db/app?password=secret&sslmod=x | "jdbc:postgresql://db/app?password=***&sslmod=x": unknown parameter "sslmod"
            """)
    void refusesAMalformedUrlWithoutShowingItsPassword(String url, String expected) {
        assertThatExceptionOfType(SlipwayException.class)
                .isThrownBy(() -> of(Map.of("DATABASE_URL", url)))
                .withMessage("DATABASE_URL " + expected)
                .satisfies(e -> assertThat(e.failure().exitCode().code()).isEqualTo(2))
                .satisfies(e -> assertThat(e.failure().state()).isEqualTo("nothing was changed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sslmod=require       | did you mean "sslmode"?
            aplication_name=x    | did you mean "application_name"?
            sslMode=require      | did you mean "sslmode"?
            applicationname=x    | did you mean "ApplicationName"?
            pool_size=5          | use a parameter of libpq or of the PostgreSQL JDBC driver
            sslmode=verify       | give one of disable, allow, prefer, require, verify-ca, verify-full
            connect_timeout=soon | give a number of seconds
            """)
    void helpsWithAParameter(String parameter, String help) {
        assertThatExceptionOfType(SlipwayException.class)
                .isThrownBy(() -> of(Map.of("DATABASE_URL", "postgresql://u@db/app?" + parameter)))
                .satisfies(e -> assertThat(e.failure().help()).isEqualTo(help));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATABASE_URL=postgresql://u:p@db/app DATABASE_USER=v                     | v:p [db:5432] app {}
            DATABASE_URL=postgresql://u:p@db/app DATABASE_PASSWORD=q                 | u:q [db:5432] app {}
            DATABASE_URL=postgresql://u:p@db/app DATABASE_USER= DATABASE_PASSWORD=   | u:p [db:5432] app {}
            DATABASE_URL=postgresql://db DATABASE_USER=v DATABASE_PASSWORD=q         | v:q [db:5432] v {}
            DATABASE_URL=postgresql:/// PGHOST=db PGPORT=7 PGDATABASE=a PGUSER=u PGPASSWORD=p | u:p [db:7] a {}
            DATABASE_URL=postgresql://x:y@z:8/b PGHOST=db PGPORT=7 PGDATABASE=a PGUSER=u PGPASSWORD=p | x:y [z:8] b {}
            DATABASE_URL=postgresql://x@z/b?sslmode=disable PGPORT=7 PGSSLMODE=require | x: [z:7] b {sslmode=disable}
            PGHOST=h1,h2 PGPORT=1,2 PGUSER=u PGDATABASE=a                            | u: [h1:1, h2:2] a {}
            PGHOST=h1,h2 PGPORT=7 PGUSER=u PGDATABASE=a                              | u: [h1:7, h2:7] a {}
            PGHOST=::1 PGUSER=u                                                      | u: [[::1]:5432] u {}
            PGDATABASE=a PGUSER=u                                                    | u: [localhost:5432] a {}
            PGHOST=db PGUSER=u PGSSLMODE=verify-ca PGSSLROOTCERT=/ca PGSSLCERT=/c PGSSLKEY=/k | u: [db:5432] u {sslcert=/c, sslkey=/k, sslmode=verify-ca, sslrootcert=/ca}
            PGHOST=db PGUSER=u PGCONNECT_TIMEOUT=4 PGAPPNAME=x PGTARGETSESSIONATTRS=primary PGOPTIONS=-cx=1 | u: [db:5432] u {ApplicationName=x, connectTimeout=4, options=-cx=1}
            """)
    void letsDatabaseVariablesOverrideAndPgVariablesFill(String variables, String expected) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : variables.split(" ", -1)) {
            environment.put(
                    variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        assertThat(text(of(environment))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PGHOST    | /var/run/postgresql | PGHOST, PGPORT "/var/run/postgresql:": "/var/run/postgresql" is a Unix socket, and Java reaches PostgreSQL over TCP only
            PGHOST    | db:5433             | PGHOST, PGPORT "db:5433:": the host "db:5433" is not a host name
            PGPORT    | many                | PGHOST, PGPORT "db:many": the port "many" is not a number from 1 to 65535
            PGSSLMODE | must                | PGSSLMODE "must": sslmode=must is not possible
            """)
    void refusesAMalformedVariable(String name, String value, String message) {
        Map<String, String> environment = new LinkedHashMap<>(Map.of("PGHOST", "db"));
        environment.put(name, value);
        assertThatExceptionOfType(SlipwayException.class)
                .isThrownBy(() -> of(environment))
                .withMessage(message);
    }

    @Test
    void prefersTheFlag() {
        Map<String, String> environment = Map.of("DATABASE_URL", "postgresql://u@db/app");
        assertThat(ConnectionSettings.of(Optional.of("postgresql://u@other/app"), environment)
                        .describe())
                .isEqualTo("app on other:5432");
        assertThat(ConnectionSettings.of(Optional.of(""), environment).describe())
                .isEqualTo("app on db:5432");
    }

    @Test
    void takesTheUserOfTheOperatingSystem() {
        assertThat(text(of(Map.of("DATABASE_URL", "postgresql://db")))).isEqualTo(ME + ": [db:5432] " + ME + " {}");
    }

    @Test
    void ignoresALineEndAfterTheUrl() {
        assertThat(of(Map.of("DATABASE_URL", "postgresql://u@db/app\n")).describe())
                .isEqualTo("app on db:5432");
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, postgresql://u@db/app, true",
        "DATABASE_URL, ' ', false",
        "PGHOST, db, true",
        "PGHOST, '', false",
        "PGDATABASE, app, true",
        "PGUSER, u, false",
        "DATABASE_USER, u, false"
    })
    void knowsWhetherADatabaseIsGiven(String name, String value, boolean given) {
        assertThat(ConnectionSettings.areGiven(Optional.empty(), Map.of(name, value)))
                .isEqualTo(given);
        assertThat(ConnectionSettings.areGiven(Optional.of("postgresql://db"), Map.of(name, value)))
                .isTrue();
        assertThat(ConnectionSettings.areGiven(Optional.of(" "), Map.of(name, value)))
                .isEqualTo(given);
    }

    @Test
    void showsAnExampleWhenNoDatabaseIsGiven() {
        assertThatExceptionOfType(SlipwayException.class)
                .isThrownBy(() -> of(Map.of("PGUSER", "u", "PGPORT", "5432")))
                .withMessage("no database is given")
                .satisfies(e -> assertThat(e.failure().help())
                        .isEqualTo("set DATABASE_URL or --url, for example postgresql://app@db:5432/app"
                                + " with the password in DATABASE_PASSWORD"));
    }

    @Test
    void neverShowsThePassword() {
        ConnectionSettings settings =
                of(Map.of("DATABASE_URL", "postgresql://u:secret@h1,[::1]:7/app?sslpassword=hush"));
        assertThat(settings.describe()).isEqualTo("app on h1:5432, [::1]:7");
        assertThat(settings).hasToString("app on h1:5432, [::1]:7");
        assertThat(settings.password()).hasToString("***");
    }

    private static ConnectionSettings of(Map<String, String> environment) {
        return ConnectionSettings.of(Optional.empty(), environment);
    }

    private static String text(ConnectionSettings settings) {
        String password = settings.password() instanceof PasswordSource.Literal(String literal) ? literal : "?";
        return "%s:%s %s %s %s"
                .formatted(
                        settings.user(),
                        password,
                        settings.hosts(),
                        settings.database(),
                        new TreeMap<>(settings.driverProperties()));
    }
}
