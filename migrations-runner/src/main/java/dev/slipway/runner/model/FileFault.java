package dev.slipway.runner.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why a file is not written, in words.
public final class FileFault {
    private FileFault() {}

    /// For example `permission denied`.
    public static String of(IOException exception) {
        return switch (exception) {
            case FileAlreadyExistsException _ -> "it already exists";
            case NoSuchFileException _ -> "there is no such folder";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(exception.getMessage());
        };
    }
}
