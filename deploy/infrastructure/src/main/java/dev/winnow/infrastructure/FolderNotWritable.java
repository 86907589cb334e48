package dev.winnow.infrastructure;

import java.nio.file.Path;

/** The folder cannot be created, or nothing can be written into it. */
public final class FolderNotWritable extends StartFailure {

    FolderNotWritable(Path folder, Throwable cause) {
        super("Cannot write into the folder %s: check that it is a folder and who owns it.".formatted(folder), cause);
    }
}
