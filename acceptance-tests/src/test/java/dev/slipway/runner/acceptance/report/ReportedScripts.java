package dev.slipway.runner.acceptance.report;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;

/// Scripts that add, alter and drop, and their manifest.
final class ReportedScripts {
    private ReportedScripts() {}

    static void write(Project project) {
        project.with("V1__users.sql", """
                        create table users (id bigint primary key, name varchar(20), nick text);
                        """)
                .with("U1__users.sql", "drop table users;")
                .with("V2__orders.sql", """
                        create table orders (id bigint primary key, buyer bigint not null references users (id));
                        alter table users alter name type varchar(40);
                        """)
                .with("V3__no_nick.sql", """
                        -- compat: contract
                        alter table users drop nick; -- <b>&amp;</b>
                        """)
                .with("R__names.sql", "create or replace view names as select name from users;");
        ProvedScripts.write(project.folder());
    }
}
