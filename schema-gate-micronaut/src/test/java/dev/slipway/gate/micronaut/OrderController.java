package dev.slipway.gate.micronaut;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/orders")
class OrderController {
    @Get(produces = MediaType.TEXT_PLAIN)
    String list() {
        return "no orders";
    }
}
