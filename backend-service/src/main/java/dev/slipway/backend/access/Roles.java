package dev.slipway.backend.access;

/// The words of `Role` where an annotation wants a constant.
public final class Roles {
    /// Does everything.
    public static final String ADMIN = "admin";
    /// Reads, and keeps the member's own contact details.
    public static final String MEMBER = "member";
    /// Reads.
    public static final String VIEWER = "viewer";

    private Roles() {}
}
