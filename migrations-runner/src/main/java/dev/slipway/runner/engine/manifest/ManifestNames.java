package dev.slipway.runner.engine.manifest;

/// The names in a manifest.
final class ManifestNames {
    static final String FORMAT = "format";
    static final String TOGETHER = "together";
    static final String REVISIONS = "revisions";
    static final String BASELINES = "baselines";
    static final String REPEATABLES = "repeatables";
    static final String SCRIPT = "script";
    static final String UNDO = "undo";
    static final String PARENTS = "parents";
    static final String IRREVERSIBLE = "irreversible";
    static final String CHANGES = "changes";
    static final String FINGERPRINT = "fingerprint";
    static final String HAZARDS = "hazards";
    static final String FINDINGS = "findings";
    static final String WHAT = "what";
    static final String EFFECT = "effect";
    static final String REMEDY = "remedy";
    static final String TAKEN = "taken";
    static final String WORKS = "works";
    static final String TABLE = "table";
    static final String WORK = "work";
    static final String TRANSACTION = "transaction";
    static final String LOCKS = "locks";
    static final String PATH = "path";
    static final String CHECKSUMS = "checksums";
    static final String SQL = "sql";
    static final String CHANGE = "change";
    static final String KIND = "kind";
    static final String NAME = "name";
    static final String HASH = "hash";
    static final String DEFINITION = "definition";
    static final String FROM = "from";
    static final String VARIES = "varies";
    static final String FROM_VARIES = "from-varies";
    static final String HAZARD = "hazard";
    static final String LINE = "line";
    static final String DETAIL = "detail";
    static final String ALLOWED = "allowed";
    static final String ADD = "add";
    static final String ALTER = "alter";
    static final String REMOVE = "remove";

    private ManifestNames() {}
}
