package dev.slipway.backend.metric;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/// Gives Prometheus what is measured, on a port of its own, since who scrapes cannot sign in and strangers must not
/// read.
///
/// Micronaut's own endpoint would take the probes along to that port.
@Hidden
@Requires(property = "metrics.port")
@Controller(value = "/prometheus", port = "${metrics.port}")
@Secured(SecurityRule.IS_ANONYMOUS)
final class MetricsController {
    private final PrometheusMeterRegistry registry;
    private final List<Refreshed> refreshed;

    MetricsController(PrometheusMeterRegistry registry, List<Refreshed> refreshed) {
        this.registry = registry;
        this.refreshed = List.copyOf(refreshed);
    }

    @Get(produces = "text/plain; version=0.0.4; charset=utf-8")
    String scrape() {
        refreshed.forEach(Refreshed::refresh);
        return registry.scrape();
    }
}
