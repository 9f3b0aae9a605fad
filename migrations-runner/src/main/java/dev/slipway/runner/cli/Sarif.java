package dev.slipway.runner.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.slipway.runner.model.ProgramVersion;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.review.Remark;
import dev.slipway.runner.model.review.Review;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Remarks as a document for code scanning, by SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
final class Sarif {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Review review;
    private final RemarkPlace.Finder places;
    private final List<String> rules;

    private Sarif(Review review, RemarkPlace.Finder places) {
        this.review = review;
        this.places = places;
        this.rules =
                review.remarks().stream().map(Remark::rule).distinct().sorted().toList();
    }

    /// @param ended whether the command came to its end
    static String of(Review review, RemarkPlace.Finder places, int exitCode, boolean ended) {
        JsonObject document = object("$schema", SCHEMA);
        document.addProperty("version", "2.1.0");
        document.add("runs", array(Stream.of(new Sarif(review, places).run(exitCode, ended))));
        return GSON.toJson(document);
    }

    private JsonObject run(int exitCode, boolean ended) {
        JsonObject driver = object("name", "slipway");
        driver.addProperty("version", ProgramVersion.text());
        driver.add("rules", array(rules.stream().map(this::rule)));
        JsonObject tool = new JsonObject();
        tool.add("driver", driver);
        JsonObject invocation = new JsonObject();
        invocation.addProperty("executionSuccessful", ended);
        invocation.addProperty("exitCode", exitCode);
        JsonObject run = new JsonObject();
        run.add("tool", tool);
        run.add("invocations", array(Stream.of(invocation)));
        run.add("results", array(review.remarks().stream().map(this::result)));
        return run;
    }

    private JsonObject rule(String id) {
        JsonObject rule = object("id", id);
        Optional<Hazard> hazard = Hazard.of(id);
        rule.add("shortDescription", text(hazard.map(Hazard::effect).orElse("slipway " + review.command())));
        hazard.ifPresent(known -> rule.add("help", text(known.remedy())));
        return rule;
    }

    private JsonObject result(Remark remark) {
        Optional<RemarkPlace> place = places.find(remark.where());
        JsonObject result = object("ruleId", remark.rule());
        result.addProperty("ruleIndex", rules.indexOf(remark.rule()));
        result.addProperty("level", remark.level().name().toLowerCase(Locale.ROOT));
        result.add("message", text(remark.text(place.isPresent())));
        result.add("locations", array(Stream.of(location(place.orElseGet(places::home)))));
        return result;
    }

    private static JsonObject location(RemarkPlace place) {
        JsonObject artifact = object("uri", uri(place.file()));
        if (!place.file().isAbsolute()) {
            artifact.addProperty("uriBaseId", "%SRCROOT%");
        }
        JsonObject region = new JsonObject();
        region.addProperty("startLine", place.line());
        JsonObject physical = new JsonObject();
        physical.add("artifactLocation", artifact);
        physical.add("region", region);
        JsonObject location = new JsonObject();
        location.add("physicalLocation", physical);
        return location;
    }

    private static String uri(Path file) {
        String path = StreamSupport.stream(file.spliterator(), false)
                .map(name -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return file.isAbsolute() ? "file:///" + path : path.isEmpty() ? "." : path;
    }

    private static JsonObject text(String text) {
        return object("text", text);
    }

    private static JsonObject object(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private static JsonArray array(Stream<JsonObject> elements) {
        JsonArray array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }
}
