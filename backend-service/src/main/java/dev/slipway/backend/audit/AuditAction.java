package dev.slipway.backend.audit;

/// What the audit trail tells of.
public enum AuditAction {
    FIRST_ADMINISTRATOR("first administrator"),
    SIGN_IN("sign-in"),
    LOCKOUT("lockout"),
    UNLOCK("unlock"),
    SIGN_OUT("sign-out"),
    OLD_REFRESH_TOKEN("old refresh token"),
    PASSWORD_CHANGE("password change"),
    PASSWORD_RESET("password reset"),
    USER_MADE("user made"),
    ROLE_CHANGE("role change"),
    DEACTIVATION("deactivation"),
    ACTIVATION("activation");

    private final String words;

    AuditAction(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
