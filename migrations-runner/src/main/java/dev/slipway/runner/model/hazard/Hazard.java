package dev.slipway.runner.model.hazard;

import java.util.Locale;

/// A kind of danger; each has a page in `docs/hazards/`.
public enum Hazard {
    BLOCKING_INDEX,
    VALIDATING_CONSTRAINT,
    TABLE_REWRITE,
    NOT_NULL_SCAN,
    VOLATILE_DEFAULT,
    TYPE_CHANGE,
    SEVERAL_EXCLUSIVE_LOCKS,
    MODEL_OBJECT_GONE,
    ENUM_VALUE_IN_USE,
    WORK_UNDER_EXCLUSIVE_LOCK,
    BACKFILL_WITH_DDL,
    FOREIGN_KEY_WITHOUT_INDEX,
    DATA_LOST_IN_UNDO,
    FAILS_ON_DATA;

    /// As headers and documents say it: `blocking-index`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
