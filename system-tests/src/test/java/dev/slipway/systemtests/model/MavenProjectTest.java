package dev.slipway.systemtests.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A service of somebody else, built with Maven alone, goes from one model to the next with rows in all its tables.
final class MavenProjectTest {
    private final MavenProject project = MavenProject.begin();

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void goesFromModelToModelOnFilledTables() {
        becomes("begin");
        project.fill();

        project.edit("Visit", "Instant at", "State state, Instant at");
        project.add("State", "package org.acme.clinic;\n\npublic enum State { PLANNED, DONE }\n");
        project.edit("Vet", "int room", "int room, int floor");
        project.edit("Address", "String street", "String street, @Nullable String door");
        becomes("states");

        project.edit("Owner", "phone", "mobile");
        project.edit("Owner", "Phone", "Mobile");
        project.edit("Invoice", "\"invoices\"", "\"bills\"");
        project.compile();
        Outcome asked = project.autogenerate("bills and mobiles");
        assertThat(asked.exitCode()).as(asked.output()).isEqualTo(3);
        assertThat(asked.output())
                .contains("--rename owners.phone=owners.mobile")
                .contains("--rename invoices=bills");
        becomes("bills and mobiles", "--rename", "owners.phone=owners.mobile", "--rename", "invoices=bills");

        project.edit("Pet", "Species species", "String species");
        project.edit("State", "DONE", "DONE, MISSED");
        project.edit("Medicine", "int stock", "long stock");
        project.edit("Medicine", "@MappedEntity", "@Index(columns = \"name\", unique = true)\n@MappedEntity");
        becomes("species are texts");

        project.slipway("downgrade", "1", "--yes").orFail();
        project.slipway("upgrade").orFail();
        assertThat(project.written())
                .containsExactly(
                        "V1__begin.sql",
                        "V2__states_add_to_owners.sql",
                        "V3__states_add_to_vets.sql",
                        "V4__states_add_to_visits.sql",
                        "V5__states_require_in_vets.sql",
                        "V6__states_require_in_visits.sql",
                        "V7__states_validate_visits.sql",
                        "V8__bills_and_mobiles_rename_owners.sql",
                        "V9__bills_and_mobiles_rename_invoices.sql",
                        "V10__species_are_texts_change_pets.sql",
                        "V11__species_are_texts_forbid_duplicates_in_medicines.sql",
                        "V12__species_are_texts_constrain_visits.sql",
                        "V13__species_are_texts_validate_visits.sql",
                        "V14__species_are_texts_contract_medicines.sql");
    }

    private void becomes(String message, String... options) {
        project.compile();
        Outcome written = project.autogenerate(message, options);
        assertThat(written.exitCode()).as(written.output()).isLessThanOrEqualTo(1);
        if (project.choose()) {
            Outcome proved = project.slipway("prove");
            assertThat(proved.exitCode()).as(proved.output()).isLessThanOrEqualTo(1);
        }
        project.slipway("upgrade").orFail();
        assertThat(project.autogenerate("again").orFail().output()).startsWith("no changes detected\n");
    }
}
