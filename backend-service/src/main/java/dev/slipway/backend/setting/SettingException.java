package dev.slipway.backend.setting;

/// A setting is missing or malformed; the message says what to set, and carries no secret.
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingException(String message) {
        super(message);
    }
}
