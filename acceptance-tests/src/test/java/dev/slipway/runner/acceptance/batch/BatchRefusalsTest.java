package dev.slipway.runner.acceptance.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.ManyRows;
import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Scripts that cannot run in batches.
final class BatchRefusalsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aTable() {
        ManyRows.in(project.folder());
    }

    @Test
    void refusesWhatIsNotOneChangeOfRows() {
        project.with("V2__a.sql", "-- batch: id\nwith x as (select 1) update users set n = 1")
                .with("V3__b.sql", "-- batch: id\nupdate users set n = 1;\ndelete from users;")
                .with("V4__c.sql", "-- batch: id\nupdate users\nset id = id + 1")
                .with("V5__d.sql", "-- batch: id\ndelete from users where n = 1\nreturning id")
                .with("V6__e.sql", "-- batch: id speed=3s\ndelete from users")
                .with("V7__f.sql", "-- batch: id now\ndelete from users")
                .with("R__g.sql", "-- batch: id\ndelete from users");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 3
            --- stderr
            error: the scripts have 7 faults
              FOLDER/V2__a.sql:2: a script that runs in batches is one UPDATE or DELETE; write it so, without WITH before it, or leave out -- batch:
              FOLDER/V3__b.sql:3: a script that runs in batches is one UPDATE or DELETE, and this one has 2 statements; put each into a script of its own
              FOLDER/V4__c.sql:2: it writes "id", by which rows are taken in order; take them by another key, or leave out -- batch:
              FOLDER/V5__d.sql:3: nobody reads what RETURNING gives; leave it out
              FOLDER/V6__e.sql:1: unknown option "speed" of -- batch:; write -- batch: and the columns of the key, as in -- batch: id, or -- batch: tenant, id time=500ms pause=0 lag=10s
              FOLDER/V7__f.sql:1: "id now" says not how to run in batches; write -- batch: and the columns of the key, as in -- batch: id, or -- batch: tenant, id time=500ms pause=0 lag=10s
              FOLDER/R__g.sql:1: only a versioned script can run in batches; leave out -- batch:
              state: nothing was changed
              help:  correct what is named above and run the command again
            """);
    }

    @Test
    void refusesAKeyByWhichRowsCannotBeTaken() {
        project.with("V2__a.sql", "-- batch: name\nupdate users set n = 1");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 3
            applied 1  users  TIME
            --- stderr
            error: script "V2__a.sql" cannot run in batches: "name" of users may be null
              state: 1 stayed applied; nothing of this script was done
              help:  name the columns of its primary key, or of another unique key without nulls, behind -- batch:, and run `upgrade` again
            """);
    }

    @Test
    void aPlaceInTheConditionIsThatOfTheScript() {
        project.with("V2__a.sql", "-- batch: id\nupdate users set n = 2\nwhere nam = 'é'");
        assertThat(project.run("upgrade").err()).contains("failed at line 3, column 7: column \"nam\" does not exist");
    }
}
