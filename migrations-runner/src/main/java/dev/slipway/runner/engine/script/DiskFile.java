package dev.slipway.runner.engine.script;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// A file on disk. What is none is never opened: whoever reads from a named pipe may wait for ever.
record DiskFile(Path path) implements ScriptText.Bytes {
    private static final String LOOP = "Too many levels of symbolic links";

    @Override
    public byte[] read() throws IOException {
        try {
            refuseOther(Files.readAttributes(path, BasicFileAttributes.class));
            return Files.readAllBytes(path);
        } catch (NoSuchFileException _) {
            throw Files.isSymbolicLink(path)
                    ? new FileUnusable("it is a link to a file that does not exist", "correct the link, or remove it")
                    : new FileUnusable("it disappeared while the scripts were read", "run the command again");
        } catch (AccessDeniedException _) {
            throw new FileUnusable("this user may not read it", "make it readable for the user that runs this program");
        } catch (FileSystemException e) {
            throw String.valueOf(e.getReason()).startsWith(LOOP)
                    ? new FileUnusable("it is a link that leads back to itself", "correct the link, or remove it")
                    : e;
        }
    }

    private static void refuseOther(BasicFileAttributes attributes) throws FileUnusable {
        if (attributes.isDirectory()) {
            throw new FileUnusable("it is a folder with the name of a script", "give the folder another name");
        }
        if (attributes.isOther()) {
            throw new FileUnusable(
                    "it is no file: a named pipe, a socket or a device", "put a file there, or remove it");
        }
    }
}
