package dev.slipway.workbench.rows;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Values of PostGIS's types, as extended well-known text: `SRID=4326;POLYGON Z ((0 0 1,1 0 1,1 1 1,0 0 1))`.
///
/// https://postgis.net/docs/using_postgis_dbmanagement.html
final class Shapes {
    /// Of a type as PostGIS prints it: `geometry(PointZM,4326)`.
    private static final Pattern MODIFIER =
            Pattern.compile("\\((?<kind>[A-Za-z]+?)(?<dimensions>ZM|Z|M)?(?:,(?<srid>\\d+))?\\)$");

    private static final List<String> KINDS = List.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");

    private Shapes() {}

    static boolean has(RowColumnType type) {
        return type.plain().equals("geometry") || type.plain().equals("geography");
    }

    /// @param number another one makes another value
    static String of(RowColumnType type, int number) {
        Matcher modifier = MODIFIER.matcher(type.name());
        if (!modifier.find()) {
            return text("POINT", "", number);
        }
        String kind = modifier.group("kind").toUpperCase(Locale.ROOT);
        String dimensions = modifier.group("dimensions");
        String srid = modifier.group("srid");
        return (srid == null ? "" : "SRID=%s;".formatted(srid))
                + text(kind.equals("GEOMETRY") ? "POINT" : kind, dimensions == null ? "" : dimensions, number);
    }

    /// Each kind, with each reference system that a check names: `st_srid(place) = 4326`.
    static Stream<String> all(List<String> numbers) {
        List<String> systems =
                numbers.stream().filter(number -> number.length() > 3).toList();
        return Stream.concat(Stream.of(""), systems.stream().map("SRID=%s;"::formatted))
                .flatMap(system -> KINDS.stream().map(kind -> system + text(kind, "", 0)));
    }

    private static String text(String kind, String dimensions, int number) {
        String head = dimensions.isEmpty() ? kind : "%s %s ".formatted(kind, dimensions);
        int x = number % 80;
        String start = point(x, 0, dimensions);
        String line = String.join(",", start, point(x + 1, 0, dimensions), point(x + 1, 1, dimensions));
        String ring = "(%s,%s)".formatted(line, start);
        return head
                + switch (kind) {
                    case "POINT" -> "(%s)".formatted(start);
                    case "POLYGON", "CURVEPOLYGON", "TRIANGLE" -> "(%s)".formatted(ring);
                    case "MULTILINESTRING", "MULTICURVE" -> "((%s))".formatted(line);
                    case "MULTIPOLYGON", "MULTISURFACE", "POLYHEDRALSURFACE", "TIN" -> "((%s))".formatted(ring);
                    case "GEOMETRYCOLLECTION" -> "(%s)".formatted(text("POINT", dimensions, number));
                    case "COMPOUNDCURVE" -> "((%s))".formatted(line);
                    default -> "(%s)".formatted(line);
                };
    }

    private static String point(int x, int y, String dimensions) {
        return "%d %d".formatted(x, y) + " 1".repeat(dimensions.length());
    }
}
