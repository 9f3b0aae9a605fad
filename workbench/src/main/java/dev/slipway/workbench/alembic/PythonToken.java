package dev.slipway.workbench.alembic;

/// A word of Python.
///
/// @param text of a string what it stands for, else as it is written
record PythonToken(Kind kind, String text) {
    enum Kind {
        NAME,
        STRING,
        /// A string that needs Python to know what it stands for, or is no text.
        COMPUTED_STRING,
        /// A number, or any other sign; three dots are one.
        OTHER
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    boolean isSign(String sign) {
        return kind == Kind.OTHER && text.equals(sign);
    }
}
