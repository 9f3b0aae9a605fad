package dev.slipway.workbench.init;

import java.util.List;

/// What `init` wrote.
///
/// @param files within the folder of the project
/// @param rightsMissing whether nothing gives the role of the service its rights, since other scripts were there
/// @param notIgnored lines that a `.gitignore` which was there lacks
public record WrittenFiles(List<String> files, boolean rightsMissing, List<String> notIgnored) {
    public WrittenFiles {
        files = List.copyOf(files);
        notIgnored = List.copyOf(notIgnored);
    }
}
