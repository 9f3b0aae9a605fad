package dev.slipway.workbench.rows;

import java.time.LocalDate;
import java.util.List;

/// Texts that stand for values of a type: numbers too large for the next smaller type, texts as long as they may be
/// that are neither a number nor a date nor a document.
final class Samples {
    /// Enough to overflow a shorter text type, and little enough for every index.
    private static final int LONGEST = 300;

    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final String LETTERS = "zqwkvxj";

    private Samples() {}

    /// @param number another one makes another value, where the type has enough of them
    static String of(RowColumnType type, int number) {
        return switch (type.kind()) {
            case "e" ->
                type.labels().isEmpty()
                        ? ""
                        : type.labels().get(number % type.labels().size());
            case "c" -> "(" + ",".repeat(Math.max(0, type.fields() - 1)) + ")";
            case "r" -> range(type.plain(), number);
            case "m" -> "{" + range(type.plain(), number) + "}";
            default -> plain(type, number);
        };
    }

    private static String plain(RowColumnType type, int number) {
        return switch (type.category()) {
            case "S" -> text(type.length(), number);
            case "N" -> number(type, number);
            case "B" -> Boolean.toString(number % 2 == 0);
            case "D" -> moment(type.plain(), number);
            case "T" -> "%d days 23:59:59".formatted(number + 1);
            case "A" -> array(type, number);
            case "V" -> bits(type, number);
            case "I" -> "192.0.2." + (number + 1) % 256;
            case "G" -> geometry(type.plain(), number);
            default -> special(type, number);
        };
    }

    /// As long as it may be.
    static String text(int length, int number) {
        int wanted = length < 0 ? LONGEST : Math.min(length, LONGEST);
        String distinct = letters(number);
        String start = "it's no number, date or {document} ";
        String text = start.repeat(wanted / start.length() + 1);
        return wanted <= distinct.length()
                ? distinct.substring(distinct.length() - wanted)
                : text.substring(0, wanted - distinct.length()) + distinct;
    }

    private static String letters(int number) {
        int left = number;
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            letters.insert(0, LETTERS.charAt(left % LETTERS.length()));
            left /= LETTERS.length();
        }
        return letters.toString();
    }

    private static String number(RowColumnType type, int number) {
        return switch (type.plain()) {
            case "int2" -> Integer.toString(300 + number);
            case "int4" -> Integer.toString(70_000 + number);
            case "int8" -> Long.toString(3_000_000_000L + number);
            case "float4", "float8" -> "%d.5".formatted(70_000 + number);
            case "money" -> "%d.25".formatted(70_000 + number);
            case "numeric" -> numeric(type.modifier(), number);
            default -> Integer.toString(number + 1);
        };
    }

    /// All digits it may have: `NUMERIC(precision, scale)` has both in its modifier.
    private static String numeric(int modifier, int number) {
        if (modifier < 0) {
            return "%d.123456789".formatted(3_000_000_000L + number);
        }
        int precision = ((modifier - 4) >> 16) & 0xffff;
        int scale = (modifier - 4) & 0x7ff;
        int whole = Math.min(9, Math.max(0, precision - scale));
        long largest = (long) Math.pow(10, whole) - 1;
        String fraction = scale > 0 && scale < 100 ? "." + "9".repeat(scale) : "";
        return Math.max(0, largest - number) + fraction;
    }

    private static String moment(String type, int number) {
        LocalDate day = DAY.plusDays(number);
        return switch (type) {
            case "date" -> day.toString();
            case "time" -> "23:59:%02d.999".formatted(59 - number % 60);
            case "timetz" -> "23:59:%02d.999+02".formatted(59 - number % 60);
            default -> day + " 23:59:59.999+02";
        };
    }

    private static String array(RowColumnType type, int number) {
        String element = type.element();
        if (element == null) {
            return "{}";
        }
        String category = switch (element) {
            case "text", "varchar", "bpchar", "name", "citext" -> "S";
            case "int2", "int4", "int8", "numeric", "float4", "float8" -> "N";
            case "bool" -> "B";
            case "date", "timestamp", "timestamptz" -> "D";
            default -> "U";
        };
        RowColumnType one = new RowColumnType(element, element, "b", category, -1, null, List.of(), 0, List.of());
        return "{\"%s\"}".formatted(plain(one, number).replace("\"", "\\\""));
    }

    private static String bits(RowColumnType type, int number) {
        String bits = Integer.toBinaryString(number + 1);
        int length = type.modifier() > 0 ? type.modifier() : bits.length();
        String padded = "0".repeat(Math.max(0, length - bits.length())) + bits;
        return padded.substring(padded.length() - length);
    }

    private static String geometry(String type, int number) {
        return switch (type) {
            case "point" -> "(%d,1)".formatted(number);
            case "line" -> "{1,2,%d}".formatted(number);
            case "circle" -> "<(%d,1),2>".formatted(number);
            case "polygon" -> "((%d,0),(1,1),(2,0))".formatted(number);
            case "path" -> "[(%d,0),(1,1)]".formatted(number);
            default -> "(%d,1),(0,0)".formatted(number);
        };
    }

    private static String range(String type, int number) {
        LocalDate day = DAY.plusDays(2L * number);
        String dates = "[%s,%s)".formatted(day, day.plusDays(1));
        String numbers = "[%d,%d)".formatted(2 * number, 2 * number + 1);
        return type.startsWith("date") || type.startsWith("ts") ? dates : numbers;
    }

    private static String special(RowColumnType type, int number) {
        return switch (type.plain()) {
            case "uuid" -> "00000000-0000-4000-8000-%012d".formatted(number);
            case "json", "jsonb" -> JsonKeys.document(type.keys(), number, text(20, number));
            case "xml" -> "<row>%d</row>".formatted(number);
            case "bytea" -> "\\x00ff%02x".formatted(number % 256);
            case "macaddr" -> "08:00:2b:01:02:%02x".formatted(number % 256);
            case "macaddr8" -> "08:00:2b:01:02:03:04:%02x".formatted(number % 256);
            case "hstore" -> "\"row\"=>\"%d\"".formatted(number);
            case "geometry", "geography" -> Shapes.of(type, number);
            case "box2d" -> "BOX(%d 0,80 1)".formatted(number % 80);
            case "box3d" -> "BOX3D(%d 0 0,80 1 1)".formatted(number % 80);
            case "pg_lsn" -> "0/%X".formatted(number + 1);
            case "tsquery" -> letters(number);
            default -> Integer.toString(number + 1);
        };
    }
}
