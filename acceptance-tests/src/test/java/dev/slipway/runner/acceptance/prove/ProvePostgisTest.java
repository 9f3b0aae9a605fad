package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Places, tracks and areas are in rows as any other value.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProvePostgisTest {
    @RegisterExtension
    private final Project project = new Project();

    private PostgresServer server;

    @BeforeAll
    void start() {
        Program.require(Path.of("/usr/share/postgresql/15/extension/postgis.control"), "postgresql-15-postgis-3");
        server = PostgresServer.startInstalled(Path.of("/usr/lib/postgresql/15"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Run prove() {
        return Proved.alone(project.folder(), "prove", "--scratch-url", server.superuserUrl());
    }

    @Test
    void aColumnOfEachTypeIsLostWhenItIsDropped() {
        List<String> columns = List.of(
                "at geometry(Point, 4326)",
                "at_sea geography",
                "area geography(Polygon, 4326)",
                "track geometry(LineString, 3857)",
                "parts geometry(MultiPolygonZ)",
                "measured geometry(PointZM, 4326)",
                "several geometry(GeometryCollection)",
                "points geometry(MultiPoint)",
                "tracks geometry(MultiLineStringM)",
                "arc geometry(CircularString)",
                "curve geometry(CompoundCurve)",
                "curves geometry(MultiCurve)",
                "rounded geometry(CurvePolygon)",
                "surfaces geometry(MultiSurface)",
                "corner geometry(Triangle)",
                "net geometry(TinZ)",
                "solid geometry(PolyhedralSurfaceZ)",
                "flat box2d",
                "deep box3d",
                "shape geometry check (st_isvalid(shape))",
                "known geometry check (st_srid(known) = 4326)",
                "border geometry check (geometrytype(border) = 'MULTIPOLYGON')");
        project.with(
                        "V1__places.sql",
                        "create extension postgis;\ncreate table places (id int primary key, %s);\n"
                                .formatted(String.join(", ", columns)))
                .with(
                        "V2__none.sql",
                        "-- compat: contract\nalter table places %s;\n".formatted(each("drop", names(columns))))
                .with(
                        "U2__none.sql",
                        "-- allow: validating-constraint few places\nalter table places %s;\n"
                                .formatted(each("add", columns.stream())));
        assertThat(prove().text()).isEqualTo("""
            exit 1
            proved 1  places: adds 29 objects; irreversible: there is no undo script  TIME
            proved 2  none: removes 25 objects; 1 hazard; 3 allowed hazards  TIME
            FOLDER/U2__none.sql:2: data-lost-in-undo: %s, which are not as before 2
              effect: taking the revision back does not bring back what was stored before it
              remedy: keep the data aside until the revision is there to stay, or accept that it is lost; see docs/hazards/data-lost-in-undo.md

            1 problem: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """.formatted(
                names(columns).sorted().map("%s of public.places"::formatted).collect(Collectors.joining(", "))));
    }

    private static String each(String verb, Stream<String> columns) {
        return columns.map(column -> verb + " " + column).collect(Collectors.joining(", "));
    }

    private static Stream<String> names(List<String> columns) {
        return columns.stream().map(column -> column.substring(0, column.indexOf(' ')));
    }
}
