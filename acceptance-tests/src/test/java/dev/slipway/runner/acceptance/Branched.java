package dev.slipway.runner.acceptance;

import java.nio.file.Path;

/// Scripts with a branch, a merge, and another branch that is still open.
public final class Branched {
    private Branched() {}

    public static ScriptFolder in(Path folder) {
        return new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int);\n")
                .with("U1__users.sql", "drop table users;\n")
                .with("V2__phone.sql", "alter table users add phone text;\n")
                .with("V3__email.sql", "-- revises: 1\nalter table users add email text;\n")
                .with("V4__contact.sql", "-- revises: 2, 3\n-- compat: contract\nalter table users add contact text;\n")
                .with("V5__billing.sql", """
                        -- revises: 3
                        -- branch-label: billing
                        -- transaction: off
                        -- lock-timeout: 500ms
                        create table bills (id int);
                        """)
                .with("U5__billing.sql", "drop table bills;\n")
                .with("R__everyone.sql", "create or replace view everyone as select id from users;\n");
    }
}
