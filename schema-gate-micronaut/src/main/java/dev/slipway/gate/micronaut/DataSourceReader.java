package dev.slipway.gate.micronaut;

import dev.slipway.gate.GateState;
import dev.slipway.gate.SchemaGate;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/// Asks over the data source of the service, if that has no way of its own.
@Singleton
@Requires(missingBeans = GateStateReader.class)
final class DataSourceReader implements GateStateReader {
    private final SchemaGate gate;

    DataSourceReader(DataSource dataSource, GateSettings settings) {
        gate = SchemaGate.of(dataSource, settings.revision());
    }

    @Override
    public GateState read() {
        return gate.read();
    }

    @Override
    public String database() {
        return "the database";
    }
}
