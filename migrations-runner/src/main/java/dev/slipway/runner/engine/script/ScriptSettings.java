package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.NearMiss;
import dev.slipway.runner.model.hazard.Allowance;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.postgres.flyway.ConfText;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// What is said of a script outside of it: the settings of the project, and Flyway's configuration file beside it, for
/// example `V7__add_index.sql.conf`.
///
/// @param allowances the hazards that the script may have
record ScriptSettings(boolean transaction, boolean placeholders, Charset encoding, List<Allowance> allowances) {
    private static final String TRANSACTION = "executeInTransaction";
    private static final String PLACEHOLDERS = "placeholderReplacement";
    private static final String ENCODING = "encoding";
    private static final String CONDITION = "shouldExecute";
    private static final List<String> KEYS = List.of(TRANSACTION, PLACEHOLDERS, ENCODING);

    ScriptSettings {
        allowances = List.copyOf(allowances);
    }

    static ScriptSettings of(Conventions conventions) {
        return new ScriptSettings(
                conventions.transaction(), conventions.placeholders(), conventions.encoding(), List.of());
    }

    /// The same with what the configuration file says otherwise.
    ///
    /// @param path of the file, relative to its location
    ScriptSettings with(TextFile file, String path, Consumer<ScriptProblem> problems) {
        Reader reader = new Reader(file, problems);
        Map<String, String> values = ConfText.read(file.text());
        values.keySet().stream().sorted().forEach(reader::checkKey);
        return new ScriptSettings(
                reader.choice(values, TRANSACTION, transaction),
                reader.choice(values, PLACEHOLDERS, placeholders),
                reader.charset(values, encoding),
                Allowances.outside(file, path, problems));
    }

    private record Reader(TextFile file, Consumer<ScriptProblem> problems) {
        void checkKey(String key) {
            if (key.equals(CONDITION)) {
                problem(
                        key,
                        "\"%s\" works only with Flyway's paid editions".formatted(key),
                        "take the line out, and make the condition part of the SQL, or give the script a location of"
                                + " its own");
            } else if (!KEYS.contains(key)) {
                problem(
                        key,
                        "\"%s\" is nothing that can be said of a script here".formatted(key),
                        NearMiss.of(key, KEYS)
                                .map("did you mean \"%s\"?"::formatted)
                                .orElse("say %s, or take the line out".formatted(String.join(", ", KEYS))));
            }
        }

        boolean choice(Map<String, String> values, String key, boolean otherwise) {
            String value = values.getOrDefault(key, Boolean.toString(otherwise));
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> {
                    problem(
                            key,
                            "\"%s\" is \"%s\"".formatted(key, value),
                            "write true or false; placeholders are not filled in here");
                    yield otherwise;
                }
            };
        }

        Charset charset(Map<String, String> values, Charset otherwise) {
            String name = values.getOrDefault(ENCODING, otherwise.name());
            try {
                return Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
                problem(
                        ENCODING,
                        "encoding \"%s\" is not known".formatted(name),
                        "write one that Java knows, for example UTF-8 or ISO-8859-1");
                return otherwise;
            }
        }

        private void problem(String key, String what, String help) {
            List<String> lines = file.text().lines().toList();
            int line = 1;
            while (line <= lines.size() && !lines.get(line - 1).strip().startsWith(key)) {
                line++;
            }
            problems.accept(new ScriptProblem(file.origin(), line > lines.size() ? 0 : line, what, help));
        }
    }
}
