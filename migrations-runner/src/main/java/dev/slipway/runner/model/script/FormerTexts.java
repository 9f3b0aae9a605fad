package dev.slipway.runner.model.script;

import java.util.List;

/// Knows former texts of scripts that did the same as those of today: only comments and layout differ.
public interface FormerTexts {
    /// None is known.
    FormerTexts NONE = new FormerTexts() {
        @Override
        public boolean include(Script.Versioned script, int checksum) {
            return false;
        }

        @Override
        public List<String> met() {
            return List.of();
        }
    };

    boolean include(Script.Versioned script, int checksum);

    /// The scripts of which a former text was asked for and known, by path.
    List<String> met();
}
