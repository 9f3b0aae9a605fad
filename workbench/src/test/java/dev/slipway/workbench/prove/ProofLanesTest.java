package dev.slipway.workbench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.scratch.Scratch;
import dev.slipway.runner.engine.scratch.ScratchRequest;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts of a history that are proved beside each other show what one proof after the other shows.
final class ProofLanesTest {
    private static final int LEAST = 3;

    /// A server for each, which takes a second to start.
    private static final ScratchRequest OWN = request(null);

    /// One for all, where no script makes a role.
    private static final ScratchRequest SHARED = request(PostgresServer.shared().superuserUrl());

    private static ScratchRequest request(@Nullable String url) {
        return new ScratchRequest(url, Map.of(), "prove", Duration.ofMinutes(1), Schemas.UNSAID, _ -> {});
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void twelveRevisions() throws IOException {
        write("V01__users.sql", "create table users (id bigint primary key, name text not null);");
        write("U01__users.sql", "drop table users;");
        write("V02__email.sql", "alter table users add column email text;");
        write("U02__email.sql", "alter table users drop column email;");
        write("V03__notes.sql", "create table notes (id int primary key, user_id bigint references users (id));");
        write("U03__notes.sql", "drop table notes;");
        write("V04__left.sql", "-- revises: 03\nalter table notes add column l int;");
        write("V05__right.sql", "-- revises: 03\nalter table notes add column r int;");
        write("V06__both.sql", "-- revises: 04, 05\n");
        write("V07__kind.sql", "create type kind as enum ('a', 'b'); alter table users add column kind kind;");
        write("U07__kind.sql", "alter table users drop column kind; drop type kind;");
        write("V08__index.sql", "-- transaction: off\ncreate index concurrently notes_user on notes (user_id);");
        write("U08__index.sql", "drop index notes_user;");
        write("V09__number.sql", "create function number(i int) returns int language sql as 'select i + 1';");
        write("U09__number.sql", "drop function number;");
        write("V10__required.sql", "alter table users add column age int not null;");
        write("U10__required.sql", "alter table users drop column age;");
        write("V11__not_back.sql", "alter table notes add column number int default number(2);");
        write("U11__not_back.sql", "select 1;");
        write("V12__last.sql", "alter table notes add column last int;");
        write("U12__last.sql", "alter table notes drop column last;");
        write("R__names.sql", "create or replace view names as select name from users;");
    }

    @Test
    void showTheSame() {
        assertThat(part().versions()).extracting(Version::toString).containsExactly("07", "08", "09", "10", "11", "12");
        assertThat(lane(SHARED)).containsExactly("07", "08", "09", "10", "11", "12");
        assertShowTheSame(SHARED);
    }

    @Test
    void endAtAScriptThatFails() throws IOException {
        write("V10__required.sql", "alter table nowhere add column age int;");
        assertThat(lane(SHARED)).containsExactly("07", "08", "09");
        assertShowTheSame(SHARED);
    }

    @Test
    void endAtANameThatVaries() throws IOException {
        write("V09__number.sql", """
            -- allow: time-dependent it is meant
            do $$ begin execute format('create table log_%s (id int)', to_char(now(), 'YYYY_MM')); end $$;
            create function number(i int) returns int language sql as 'select i + 1';
            """);
        assertThat(lane(SHARED)).containsExactly("07", "08");
        assertShowTheSame(SHARED);
    }

    @Test
    void endWhereARoleIsMadeUp() throws IOException {
        write("V09__number.sql", """
            create function number(i int) returns int language sql as 'select i + 1';
            grant select on users to somebody_of_lanes;
            """);
        assertThat(lane(OWN)).containsExactly("07", "08");
        assertShowTheSame(OWN);
    }

    @Test
    void countForNothingAboveAScriptThatFails() throws IOException {
        write("V02__email.sql", "alter table nowhere add column email text;");
        assertThat(lane(SHARED)).isEmpty();
        assertShowTheSame(SHARED);
    }

    @Test
    void makeRolesOfTheirOwn() throws IOException {
        write("V02__email.sql", "create role reader_of_lanes; alter table users add column email text;");
        write("U02__email.sql", "alter table users drop column email; drop role reader_of_lanes;");
        write("V08__index.sql", "grant select on users to reader_of_lanes;");
        write("U08__index.sql", "revoke select on users from reader_of_lanes;");
        assertThat(lane(OWN)).containsExactly("07", "08", "09", "10", "11", "12");
        assertShowTheSame(OWN);
    }

    @Test
    void areNotBegunForAShortHistory() {
        assertThat(ProofPart.beside(request(), 8, 7)).isEmpty();
        assertThat(ProofPart.beside(request(), 1, LEAST)).isEmpty();
    }

    @Test
    void beginWhereNoBranchIsOpen() {
        assertThat(ProofPart.beside(request(), 4, LEAST))
                .extracting(part -> part.first().toString())
                .containsExactly("06", "07", "10");
    }

    private void assertShowTheSame(ScratchRequest where) {
        ProofRun alone = proved(where, 1);
        ProofRun beside = proved(where, 3);
        assertThat(beside.manifest()).isEqualTo(alone.manifest());
        assertThat(beside.evidence()).isEqualTo(alone.evidence());
        assertThat(beside.proofs())
                .extracting(ProofLine::summary)
                .isEqualTo(alone.proofs().stream().map(ProofLine::summary).toList());
    }

    private ProofRun proved(ScratchRequest where, int most) {
        ProveRequest request = request();
        return Scratch.lend(where, _ -> {}, server -> {
            try (ProofLanes lanes = ProofLanes.begin(request, new ProofServers(where, most), LEAST)) {
                return new Prover(server, request, _ -> {}, lanes, _ -> {}).prove();
            }
        });
    }

    /// What the second of two proves.
    private List<String> lane(ScratchRequest where) {
        ProofLane lane = new ProofLane(request(), part());
        return Scratch.lend(where, _ -> {}, lane::prove).steps().keySet().stream()
                .map(Version::toString)
                .toList();
    }

    private ProofPart part() {
        return ProofPart.beside(request(), 2, LEAST).getFirst();
    }

    private ProveRequest request() {
        return new ProveRequest(
                RevisionGraph.of(ScriptReader.read(List.of(Location.parse("filesystem:" + folder)))),
                Manifest.EMPTY,
                Set.of(),
                false,
                "flyway_schema_history",
                Model.NONE,
                _ -> new Placeholders(Map::of));
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql + "\n");
    }
}
