import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.connect.ConnectAttempt;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Connector;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Takes the fingerprint of a database as often as it is asked to, and prints the seconds of each time and the objects.
final class ReadSchema {
    private ReadSchema() {}

    public static void main(String[] arguments) throws Exception {
        ConnectionSettings settings = ConnectionSettings.of(Optional.of(arguments[0]), Map.of());
        ConnectAttempt attempt = new Connector(settings, "benchmark").attempt(Duration.ofSeconds(10));
        if (!(attempt instanceof ConnectAttempt.Connected(var session))) {
            throw new IllegalStateException(attempt.toString());
        }
        try (session) {
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                long start = System.nanoTime();
                Schema schema = SchemaReader.read(session, SchemaScope.without("flyway_schema_history"));
                schema.fingerprint();
                System.out.println((System.nanoTime() - start) / 1e9 + " " + schema.objects().size());
            }
        }
    }
}
