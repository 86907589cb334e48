package dev.winnow.infrastructure;

import java.nio.file.Path;

/** A broker or a store that still runs has the folder. */
public final class FolderInUse extends StartFailure {

    FolderInUse(Path folder) {
        super("The folder %s is in use by another running instance: stop it, or choose another folder."
                .formatted(folder));
    }
}
