package dev.slipway.systemtests.compose;

import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import java.util.List;

/// A service of the older generation, which knows `password_hash` and `is_admin` only and writes plain SQL.
record OlderService(ComposeProject project) {
    /// The users whom both services write.
    static final List<String> SHARED = List.of("shared1", "shared2", "shared3", "shared4");

    /// The user whose appearance ends the writers.
    static final String END = "end";

    /// Each turn is a transaction of its own; the writer gives up where nobody ever ends it.
    private static final String WRITER = """
            do $writer$
            declare
                writer constant text := '%1$s';
            begin
                for turn in 1..5000 loop
                    update users set password_hash = writer || turn
                        where turn %% 3 <> 0 and username = 'shared' || 1 + turn %% 4;
                    update users set is_admin = not is_admin
                        where turn %% 3 <> 1 and username = 'shared' || 1 + turn %% 4;
                    insert into users (username, email, password_hash, is_admin)
                        select writer || turn, writer || turn, writer || turn, turn %% 40 = 0
                        where turn %% 20 = 0;
                    commit;
                    perform pg_sleep(0.01);
                    if exists (select from users where username = '%2$s') then
                        return;
                    end if;
                end loop;
                raise 'nobody ended the writer';
            end
            $writer$""";

    void insert(String username, String passwordHash, boolean isAdmin) {
        project.psql(
                        "account_service",
                        "insert into users (username, email, password_hash, is_admin)"
                                + " values ('%1$s', '%1$s@example.org', '%2$s', %3$s)"
                                        .formatted(username, passwordHash, isAdmin))
                .orFail();
    }

    /// Goes on until there is the user [#END].
    Outcome writeUntilTheEnd(String writer) {
        return project.psql("account_service", WRITER.formatted(writer, END));
    }

    /// Waits until each of the writers has committed at least one row of its own.
    void awaitWriters(List<String> writers) {
        String query = "select count(distinct left(username, length('%s'))) from users where username ~ '^(%s)\\d'"
                .formatted(writers.getFirst(), String.join("|", writers));
        Poll.until(
                "all of %s write".formatted(writers),
                () -> project.psql("postgres", query).output().equals(writers.size() + "\n"));
    }
}
