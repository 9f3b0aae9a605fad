package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Machines get a line for each tenant, and one for all.
final class FleetJsonTest {
    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    @Test
    void eachTenantHasItsOutcome() throws IOException {
        tenants.project().execute("create schema b; create table b.people (id int)");
        assertThat(tenants.run(
                                "upgrade",
                                "1",
                                "--tenants",
                                tenants.list("a", "b", "c"),
                                "--parallel",
                                "1",
                                "--max-failures",
                                "1",
                                "--format",
                                "json")
                        .text())
                .isEqualTo("""
            exit 3
            {"tenant":"a","outcome":"ended","exitCode":0,"result":{"database":"app on localhost:PORT","from":[],"to":["1"],"ahead":[],"applied":[{"label":"1","description":"people","script":"V1__people.sql","milliseconds":0}],"again":[],"milliseconds":0,"proof":{"notCompared":"not verified: no manifest.json","reworded":[],"drift":[],"results":[]}},"error":null,"milliseconds":0}
            {"tenant":"b","outcome":"failed","exitCode":3,"result":null,"error":{"kind":"database-unmanaged","message":"database app on localhost:PORT has tables but no history","details":["found: people"],"state":"nothing was changed","help":"if these tables were made by the scripts, let `adopt` find out how far, or record it with `stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or another schema (currentSchema in DATABASE_URL)"},"milliseconds":0}
            {"tenant":"c","outcome":"not-run","exitCode":null,"result":null,"error":null,"milliseconds":0}
            {"exitCode":3,"result":{"tenants":3,"ended":1,"failed":1,"notRun":1,"milliseconds":0}}
            --- stderr
            a: applied 1 script, is at 1  TIME
            b: error: database app on localhost:PORT has tables but no history
              found: people
              state: nothing was changed
              help:  if these tables were made by the scripts, let `adopt` find out how far, or record it with `stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or another schema (currentSchema in DATABASE_URL)
            """);
    }
}
