import org.flywaydb.core.Flyway;

/// Flyway as its documentation shows it, with its default settings.
final class FlywayMigrate {
    private FlywayMigrate() {}

    public static void main(String[] arguments) {
        Flyway.configure()
                .dataSource(arguments[0], arguments[1], null)
                .locations(arguments[2])
                .load()
                .migrate();
    }
}
