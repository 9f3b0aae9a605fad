package dev.slipway.demo;

/// A step of the demo did not come to its end.
final class DemoFailure extends Exception {
    private static final long serialVersionUID = 1;

    DemoFailure(String message) {
        super(message);
    }
}
