package dev.slipway.runner.postgres.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Blocker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a session is called, as `pg_stat_activity` of a real `pg_dump` and a real anti-wraparound vacuum shows them to
/// members of `pg_read_all_stats` and to others.
final class SessionActivityTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        app | psql    | active              | select f()                     | client backend    | 'process 7, "psql" of user "app", active, its transaction open for 3.0 s, running: select f()'
        app | psql    | idle in transaction | COPY public.a (id) TO stdout;  | client backend    | 'a running pg_dump, process 7, "psql" of user "app", idle in transaction, its transaction open for 3.0 s, last: COPY public.a (id) TO stdout;'
        app | pg_dump | ''                  | <insufficient privilege>       | ''                | 'a running pg_dump, process 7, "pg_dump" of user "app", what it does is shown only to members of pg_read_all_stats'
        app | psql    | ''                  | <insufficient privilege>       | ''                | 'process 7, "psql" of user "app", what it does is shown only to members of pg_read_all_stats'
        ''  | ''      | ''                  | <insufficient privilege>       | ''                | 'most likely an autovacuum to prevent wraparound, process 7, what it does is shown only to members of pg_read_all_stats'
        ''  | ''      | active              | autovacuum: VACUUM public.a (to prevent wraparound) | autovacuum worker | 'an autovacuum to prevent wraparound, process 7, active, its transaction open for 3.0 s, running: autovacuum: VACUUM public.a (to prevent wraparound)'
        """)
    void isNamedByWhatIsKnownOfIt(
            String user, String application, String state, String query, String backend, String text) {
        SessionActivity activity = new SessionActivity(user, application, state, query, backend);
        Blocker blocker = new Blocker(
                7, activity.kind(), user, application, state, 3, SessionActivity.query(activity.query()), "3/1");
        assertThat(blocker).hasToString(text);
    }
}
