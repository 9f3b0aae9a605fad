package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.Revises;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes revisions down as pairs of scripts.
final class ImportedTexts {
    private static final int LONGEST = 80;
    private static final String LABEL = "[A-Za-z]\\w*";
    private static final String NOTHING =
            "-- this revision of Alembic changes nothing, but a script needs a statement\n";
    private static final String OWN_TABLE =
            "-- this revision changes the table of Alembic and nothing else, but a script needs a statement\n";
    private static final String NOTHING_BACK =
            "-- downgrade() of this revision does nothing: what upgrade() made stays\n";

    private final List<ImportedScript> scripts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private final Naming naming;

    private ImportedTexts(Naming naming) {
        this.naming = naming;
    }

    static ImportResult of(List<ImportedRevision> revisions, ImportedBefore before) {
        ImportedTexts texts = new ImportedTexts(before.folder().naming());
        Map<String, Version> versions = new HashMap<>(before.versions());
        revisions.forEach(revision -> {
            versions.put(revision.file().id(), revision.version());
            texts.add(revision);
        });
        return new ImportResult(texts.scripts, versions, texts.notes);
    }

    private void add(ImportedRevision revision) {
        AlembicVersionFile file = revision.file();
        String name = naming.script(revision.version(), slug(file));
        String undo = naming.undoScript(revision.version(), slug(file));
        String revises = revision.parents().isEmpty() ? Revises.NONE : Version.list(revision.parents());
        String header = "-- revises: %s\n-- alembic: %s\n".formatted(revises, file.id()) + label(file, name);
        boolean empty = revision.up().sql().isEmpty();
        add(name, file, header, revision.up(), empty && !revision.isMerge() ? NOTHING : "");
        if (file.upgrade().asks()) {
            notes.add(
                    "%s holds what upgrade() of %s does without rows: it asks the database, so look whether all is there"
                            .formatted(name, file.id()));
        }
        RevisionSql down = revision.down();
        if (down == null) {
            notes.add("%s has no undo script: downgrade() of %s raises an error".formatted(name, file.id()));
            return;
        }
        boolean stays = !empty && down.sql().isEmpty() && !down.leftOut();
        if (stays) {
            notes.add("%s takes nothing back: downgrade() of %s does nothing".formatted(undo, file.id()));
        }
        String instead = stays ? NOTHING_BACK : empty && revision.isMerge() ? "" : NOTHING;
        add(undo, file, "-- alembic: %s\n".formatted(file.id()), down, instead);
    }

    /// @param instead the comment before a statement that does nothing, or empty if there need not be one
    private void add(String name, AlembicVersionFile file, String header, RevisionSql section, String instead) {
        String transaction = section.transaction() ? "" : "-- transaction: off\n";
        String sql = section.sql();
        String nothing = section.leftOut() ? OWN_TABLE : instead;
        String body = sql.isEmpty() && !nothing.isEmpty() ? nothing + "select 1;\n" : sql;
        if (section.leftOut()) {
            notes.add("%s leaves out what %s does to the table of Alembic".formatted(name, file.id()));
        }
        if (section.mentions()) {
            notes.add("%s names the table of Alembic, which a database that Alembic never saw does not have"
                    .formatted(name));
        }
        scripts.add(new ImportedScript(name, file.id(), header + transaction + (body.isEmpty() ? "" : "\n" + body)));
    }

    private String label(AlembicVersionFile file, String name) {
        if (!file.labelsAreRead()) {
            notes.add("%s has no branch label: branch_labels needs Python to be read".formatted(name));
            return "";
        }
        if (file.labels().isEmpty()) {
            return "";
        }
        if (file.labels().size() == 1 && file.labels().getFirst().matches(LABEL)) {
            return "-- branch-label: %s\n".formatted(file.labels().getFirst());
        }
        notes.add("%s has no branch label: \"%s\" cannot be one".formatted(name, String.join(", ", file.labels())));
        return "";
    }

    /// Letters and digits of the description in lower case, parted by `_`; the id if there are none.
    private static String slug(AlembicVersionFile file) {
        String slug = file.description()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
        String shortened =
                slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST).replaceAll("_[^_]*$", "");
        return shortened.isEmpty() ? file.id() : shortened;
    }
}
