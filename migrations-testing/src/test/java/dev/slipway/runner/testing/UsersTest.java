package dev.slipway.runner.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class UsersTest {
    private static final MigratedDatabases DATABASES =
            MigratedDatabases.on(TestPostgres.url()).from("../migrations");

    @AfterAll
    static void dropDatabases() {
        DATABASES.close();
    }

    @Test
    void aNewUserIsActive() throws SQLException {
        try (MigratedDatabase database = DATABASES.at("head");
                Connection connection = connect(database)) {
            assertEquals("t", ask(connection, """
                    insert into users (username, email) values ('ada', 'ada@example.org') returning active
                    """));
        }
    }

    @Test
    void usersOfRevisionSixBecomeActive() throws SQLException {
        try (MigratedDatabase database = DATABASES.at("6");
                Connection connection = connect(database)) {
            ask(connection, "insert into users (username, email) values ('bob', 'bob@example.org') returning id");
            database.upgrade("7");
            assertEquals("t", ask(connection, "select active from users where username = 'bob'"));
        }
    }

    private static Connection connect(MigratedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
