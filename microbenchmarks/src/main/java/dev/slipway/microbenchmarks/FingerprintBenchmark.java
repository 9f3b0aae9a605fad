package dev.slipway.microbenchmarks;

import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ChangingSchema;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The hash of a schema of 1,000 tables, 16,000 objects.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FingerprintBenchmark {
    private static final int TABLES = 1_000;
    private static final int COLUMNS = 10;

    private final ChangingSchema schema = ChangingSchema.of(Schema.of(objects()));
    private final Change change = new Change.Added(
            SchemaObject.of(ObjectKind.COLUMN, "public.orders_500.paid", "boolean not null default false"));

    /// Of objects that were just read, as at the start of a run.
    @Benchmark
    public String firstOfRun() {
        return Schema.of(objects()).fingerprint();
    }

    /// After a script that added a column.
    @Benchmark
    public String afterScript() {
        return schema.fingerprintAfter(List.of(change));
    }

    private static List<SchemaObject> objects() {
        List<SchemaObject> objects = new ArrayList<>();
        for (int number = 0; number < TABLES; number++) {
            String table = "public.orders_" + number;
            objects.add(SchemaObject.of(ObjectKind.TABLE, table, "table"));
            for (int column = 0; column < COLUMNS; column++) {
                objects.add(SchemaObject.of(
                        ObjectKind.COLUMN, table + ".column_" + column, "character varying(254) not null"));
            }
            constraint(objects, table + ".pkey", "PRIMARY KEY (column_0)");
            constraint(objects, table + ".key", "UNIQUE (column_1)");
            constraint(objects, table + ".check", "CHECK ((length((column_2)::text) > 0))");
            constraint(objects, table + ".fkey", "FOREIGN KEY (column_3) REFERENCES public.orders_0(column_0)");
            objects.add(SchemaObject.of(
                    ObjectKind.INDEX,
                    table + "_column_4",
                    "CREATE INDEX ON %s USING btree (column_4)".formatted(table)));
        }
        return objects;
    }

    private static void constraint(List<SchemaObject> objects, String name, String definition) {
        objects.add(SchemaObject.of(ObjectKind.CONSTRAINT, name, definition));
    }
}
