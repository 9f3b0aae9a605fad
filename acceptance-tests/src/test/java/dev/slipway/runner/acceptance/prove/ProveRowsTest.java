package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What `prove` finds only because tables have rows.
final class ProveRowsTest {
    @RegisterExtension
    private final Project project = new Project();

    @AfterEach
    void noDatabaseIsLeft() {
        assertThat(Proved.left()).isEmpty();
    }

    @Test
    void anEnumValueThatOnlyRowsNeedIsMissed() {
        project.with("V1__tickets.sql", """
                create type state as enum ('open', 'closed', 'waiting');
                create table tickets (id int primary key, state state not null);
                """).with("V2__two_states.sql", """
                -- compat: contract
                -- allow: type-change few tickets
                create type two_states as enum ('open', 'closed');
                alter table tickets alter state type two_states using state::text::two_states;
                """);
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 1
            proved 1  tickets: adds 5 objects; irreversible: there is no undo script  TIME
            proved 2  two states: adds 1 object, alters 1; irreversible: there is no undo script; 1 hazard; 1 allowed hazard  TIME
            FOLDER/V2__two_states.sql:4: fails-on-data: invalid input value for enum two_states: "waiting"
              effect: the script works on empty tables and fails on filled ones
              remedy: make the rows fit in an earlier revision; see docs/hazards/fails-on-data.md

            1 problem: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void aValueThatACheckNamesIsInARow() {
        project.with("V1__tickets.sql", """
                create table tickets (id int primary key, state text not null check (state in ('open', 'closed')));
                """).with("V2__opened.sql", """
                -- allow: validating-constraint few tickets
                alter table tickets add closed_at date;
                alter table tickets add check (state <> 'closed' or closed_at is not null);
                """);
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 1
            proved 1  tickets: adds 5 objects; irreversible: there is no undo script  TIME
            proved 2  opened: adds 2 objects; irreversible: there is no undo script; 1 hazard; 1 allowed hazard  TIME
            FOLDER/V2__opened.sql:3: fails-on-data: check constraint "tickets_check" of relation "tickets" is violated by some row
              effect: the script works on empty tables and fails on filled ones
              remedy: make the rows fit in an earlier revision; see docs/hazards/fails-on-data.md

            1 problem: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }
}
