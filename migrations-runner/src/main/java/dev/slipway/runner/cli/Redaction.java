package dev.slipway.runner.cli;

import java.util.*;

final class Redaction {
    static Redaction of(List<String> a, Map<String, String> e) {
        return new Redaction();
    }

    String redact(String s) {
        return s;
    }
}
